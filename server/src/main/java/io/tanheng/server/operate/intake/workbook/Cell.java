package io.tanheng.server.operate.intake.workbook;

import java.util.Optional;

/// A filled cell: its place, what it shows (for a formula the cached value) and the formula, if it
/// has one.
public record Cell(CellRef ref, Content content, Optional<String> formula) {
  /// The text of a text cell, trimmed; empty for everything else.
  String text() {
    return content instanceof Content.Words(String text) ? text.strip() : "";
  }
}
