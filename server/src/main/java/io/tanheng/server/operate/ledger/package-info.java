/// The monthly ledger (台账): parameter × month with value, state, origin and vouchers (guideline
/// 6.2.2). Nothing is overwritten: each change is a new version. Entry point: [Ledger].
@ApplicationModule(
    id = "ledger",
    allowedDependencies = {"problem", "wire", "identity", "vault", "measure"})
@NullMarked
package io.tanheng.server.operate.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
