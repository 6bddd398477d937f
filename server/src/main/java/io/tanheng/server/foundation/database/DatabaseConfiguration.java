package io.tanheng.server.foundation.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses between the external and the embedded PostgreSQL. The pool depends on the bean made
/// here, so that it is closed before the embedded server stops.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {
  @Bean
  JdbcConnectionDetails databaseAddress(DatabaseProperties properties) {
    return properties.external()
        ? new ExternalDatabase(properties.url(), properties.user(), properties.password())
        : EmbeddedDatabase.start(properties.directory());
  }

  record ExternalDatabase(String url, String user, String password)
      implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String toString() {
      return "ExternalDatabase[" + url + "]";
    }
  }
}
