/// Suggestions (建议): which input of a method a row of the ledger may feed, read from the words of
/// its labels; offered with a stated confidence and never applied by itself. Entry points:
/// [Suggestions] for single rows, [PlanProposals] for a whole plan.
@ApplicationModule(
    id = "suggest",
    allowedDependencies = {"problem", "wire", "identity", "measure"})
@NullMarked
package io.tanheng.server.operate.suggest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
