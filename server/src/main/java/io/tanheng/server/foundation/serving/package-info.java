/// Serving: the web interface as static files, headers and limits of every answer, and what the
/// console says when the server starts or cannot. Entry point: [StartMessage].
@ApplicationModule(
    id = "serving",
    allowedDependencies = {"problem", "identity", "database"})
@NullMarked
package io.tanheng.server.foundation.serving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
