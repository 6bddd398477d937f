/// What the tests of all modules share: seeded chance, message parity, and which clause a test
/// demonstrates. It knows no other module, so that even `units` can use it.
///
/// Entry points: [Chance], [MessageParity], [Clause]; [ClauseReport] writes `docs/clauses.md`.
@NullMarked
package io.tanheng.testkit;

import org.jspecify.annotations.NullMarked;
