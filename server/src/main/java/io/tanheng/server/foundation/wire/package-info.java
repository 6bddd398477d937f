/// How values look on the wire and how rows are named: decimals as strings with their unit, lists
/// with a cursor, expected versions, time-ordered ids, the clock. Entry points: [Amount], [Page],
/// [ExpectedVersion], [Uuid7].
@ApplicationModule(id = "wire", allowedDependencies = "problem")
@NullMarked
package io.tanheng.server.foundation.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
