/// Replay (重复请求): a change sent again with the same `Idempotency-Key` is not done again; the caller
/// gets the answer of the first time. Entry point: [ReplayInterceptor], fed by [ReplayFilter].
@ApplicationModule(
    id = "replay",
    allowedDependencies = {"problem", "wire", "identity"})
@NullMarked
package io.tanheng.server.foundation.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
