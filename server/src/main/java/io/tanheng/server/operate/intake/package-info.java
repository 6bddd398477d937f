/// Intake (导入): a plant's own workbook becomes ledger lines, after a preview, a mapping of rows to
/// parameters that is remembered, and all or nothing (guideline 6.2.2). Entry point: [Imports].
@ApplicationModule(
    id = "intake",
    allowedDependencies = {
      "problem",
      "wire",
      "identity",
      "vault",
      "organization",
      "measure",
      "suggest",
      "ledger"
    })
@NullMarked
package io.tanheng.server.operate.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
