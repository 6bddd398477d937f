/// Cross-check (交叉核对, guideline 6.3.1-e) of the ledger with contracts, invoices and settlements,
/// and the check that nothing bought and no process was left out. Entry points: [Documents],
/// [Matches], [Differences], [Completeness].
///
/// A document never changes the ledger or the accounting: the ledger is the source, a document is
/// what it is held against.
@ApplicationModule(
    id = "crosscheck",
    allowedDependencies = {
      "problem",
      "wire",
      "identity",
      "vault",
      "organization",
      "measure",
      "ledger",
      "inventory",
      "intake::workbook"
    })
@NullMarked
package io.tanheng.server.operate.crosscheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
