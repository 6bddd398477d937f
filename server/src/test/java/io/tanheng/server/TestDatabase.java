package io.tanheng.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// The PostgreSQL of the tests: the one `TANHENG_TEST_DB_URL` names, or one embedded server for the
/// whole JVM. Each [#create] gives an empty database of its own.
///
/// Listed in `META-INF/spring.factories` of the tests, so that every application context of a test
/// uses [#shared] without saying so.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /// An empty database on the test server.
  public record Address(String url, String user, String password) {
    public DataSource dataSource() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(url);
      source.setUser(user);
      source.setPassword(password);
      return source;
    }
  }

  private static final class Server {
    static final Address ADMIN = address();

    private static Address address() {
      String url = System.getenv("TANHENG_TEST_DB_URL");
      if (url != null && !url.isBlank()) {
        return new Address(
            url, env("TANHENG_TEST_DB_USER", "postgres"), env("TANHENG_TEST_DB_PASSWORD", ""));
      }
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setRegisterShutdownHook(false)
                .start();
        // After the application contexts, whose pools still hold connections.
        SpringApplication.getShutdownHandlers().add(() -> close(server));
        return new Address(
            "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "");
      } catch (IOException e) {
        throw new UncheckedIOException("the PostgreSQL of the tests did not start", e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the PostgreSQL of the tests did not stop", e);
      }
    }

    private static String env(String name, String otherwise) {
      String value = System.getenv(name);
      return value == null ? otherwise : value;
    }
  }

  private static final class Shared {
    static final Address ADDRESS = create();
  }

  /// The database that all application contexts of this JVM share.
  public static Address shared() {
    return Shared.ADDRESS;
  }

  /// A new, empty database.
  public static Address create() {
    Address admin = Server.ADMIN;
    String name = "tanheng_test_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = admin.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for the tests at " + admin.url(), e);
    }
    return new Address(
        admin.url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1"),
        admin.user(),
        admin.password());
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
        context,
        "tanheng.database.url=" + shared().url(),
        "tanheng.database.user=" + shared().user(),
        "tanheng.database.password=" + shared().password());
  }
}
