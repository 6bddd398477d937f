package io.tanheng.server.foundation.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data are kept. An empty `url` means the embedded PostgreSQL under `directory`.
///
/// @param url JDBC URL of an external PostgreSQL, or empty
/// @param user account in the external PostgreSQL
/// @param password its password
/// @param directory folder of the embedded PostgreSQL: data, password, log, unpacked programs
@ConfigurationProperties("tanheng.database")
record DatabaseProperties(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("data/postgres") Path directory) {
  boolean external() {
    return !url.isBlank();
  }
}
