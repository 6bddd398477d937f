package io.tanheng.server.operate.ledger;

import java.util.UUID;

/// Where a value came from.
public sealed interface LineOrigin {
  /// Typed or pasted by a person.
  record Manual() implements LineOrigin {}

  /// Read from a cell of an uploaded workbook.
  ///
  /// @param fileDigest SHA-256 of the file as it is kept in the vault, hexadecimal
  record Imported(UUID importId, String fileName, String fileDigest, String sheet, String cell)
      implements LineOrigin {}
}
