/// Vault (凭证库): the files that prove (原始凭证), kept under the digest of their content, never changed.
/// Entry point: [Vault].
@ApplicationModule(
    id = "vault",
    allowedDependencies = {"problem", "wire", "identity"})
@NullMarked
package io.tanheng.server.foundation.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
