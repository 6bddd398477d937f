package io.tanheng.server.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir static Path programs;
  @TempDir Path home;

  @Test
  void keeps_what_was_written_across_a_restart() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home, programs)) {
      execute(database, "create table tonne (amount numeric)");
      execute(database, "insert into tonne values (1.50)");
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home, programs)) {
      assertThat(ask(database, "select amount from tonne")).isEqualTo("1.50");
    }
  }

  @Test
  void acknowledges_only_what_is_on_disk() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home, programs)) {
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void lets_nobody_in_without_the_password() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home, programs)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.getJdbcUrl(), "tanheng", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Files.getPosixFilePermissions(home.resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void keeps_what_was_acknowledged_when_the_server_is_killed() throws Exception {
    killServerThatHasWritten();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home, programs)) {
      assertThat(ask(database, "select amount from tonne")).isEqualTo("1.50");
    }
  }

  @Test
  void keeps_what_was_acknowledged_when_postgresql_is_killed_too() throws Exception {
    killServerThatHasWritten();
    long pid = Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().get();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home, programs)) {
      assertThat(ask(database, "select amount from tonne")).isEqualTo("1.50");
    }
  }

  @Test
  void begins_anew_when_the_first_start_was_interrupted() throws Exception {
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/PG_VERSION"), "18\n");
    Files.writeString(home.resolve("creating"), "");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home, programs)) {
      assertThat(ask(database, "select 1")).isEqualTo("1");
    }
    assertThat(home.resolve("creating")).doesNotExist();
  }

  @Test
  void refuses_a_folder_that_another_server_has_open() throws Exception {
    try (EmbeddedDatabase _ = EmbeddedDatabase.start(home, programs)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(home, programs))
          .cause()
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another Tanheng server is using");
    }
  }

  /// What a server does that is killed: another process opens the folder and commits a row.
  static final class Victim {
    public static void main(String[] args) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Path.of(args[1]));
      execute(database, "create table tonne (amount numeric)");
      execute(database, "insert into tonne values (1.50)");
      System.out.println("committed");
      Thread.currentThread().join();
    }
  }

  private void killServerThatHasWritten() throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Victim.class.getName(),
                home.toString(),
                programs.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = victim.inputReader()) {
      assertThat(output.lines().anyMatch("committed"::equals)).isTrue();
    } finally {
      victim.destroyForcibly();
      victim.waitFor();
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.getJdbcUrl(), database.getUsername(), database.getPassword());
  }
}
