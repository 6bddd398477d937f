/// Inventory (核算, guideline 6.3.1 and 6.3.3): which emissions a period had, by one method edition,
/// from the ledger as it stood. Entry point: [Inventories].
///
/// Emissions are computed in `io.tanheng.accounting` and nowhere else; this module draws the
/// inputs, keeps the result with everything it was made from, and explains it. A run is never
/// changed.
@ApplicationModule(
    id = "inventory",
    allowedDependencies = {"problem", "wire", "identity", "organization", "measure", "ledger"})
@NullMarked
package io.tanheng.server.operate.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
