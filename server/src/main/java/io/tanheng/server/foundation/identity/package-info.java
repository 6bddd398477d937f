/// Identity (身份与权限): accounts, roles per enterprise, sessions, and the check before each handler.
/// Entry points: [Permission] and [Right] on handlers, [CallContext] for who, when and why,
/// [Accounts] for managing people.
@ApplicationModule(
    id = "identity",
    allowedDependencies = {"problem", "wire"})
@NullMarked
package io.tanheng.server.foundation.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
