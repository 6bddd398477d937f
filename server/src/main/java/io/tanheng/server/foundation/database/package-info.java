/// Where the data are: the embedded PostgreSQL, or the one a URL names. Entry point:
/// [EmbeddedDatabase].
@ApplicationModule(
    id = "database",
    allowedDependencies = {})
@NullMarked
package io.tanheng.server.foundation.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
