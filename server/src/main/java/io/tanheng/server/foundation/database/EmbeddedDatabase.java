package io.tanheng.server.foundation.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A real PostgreSQL that lives in one folder and runs as long as this object is open.
///
/// It listens on the loopback address only, on a free port, and asks for the password that is kept
/// in `password` beside the data, readable by its owner only. What it has acknowledged is on disk:
/// the library's settings for throw-away databases (no fsync) are turned back.
///
/// After the server process was killed, the old PostgreSQL may still be running; it is stopped
/// first. A folder that another server has open is refused.
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
  private static final String NAME = "tanheng";

  private final FileChannel lock;
  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedDatabase(FileChannel lock, EmbeddedPostgres server, String password) {
    this.lock = lock;
    this.server = server;
    this.password = password;
  }

  /// Starts PostgreSQL on `directory`, creating the database there if the folder is new.
  public static EmbeddedDatabase start(Path directory) {
    return start(directory, directory.resolve("programs"));
  }

  /// The same, with the programs of PostgreSQL unpacked in a folder of their own.
  static EmbeddedDatabase start(Path directory, Path programs) {
    Path home = directory.toAbsolutePath().normalize();
    FileChannel lock = null;
    try {
      createPrivateDirectory(home);
      lock = lock(home);
      return open(home, programs.toAbsolutePath(), lock);
    } catch (IOException e) {
      release(lock);
      throw new UncheckedIOException("the embedded PostgreSQL in " + home + " did not start", e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private static EmbeddedDatabase open(Path home, Path programs, FileChannel lock)
      throws IOException {
    Path data = home.resolve("data");
    Path secret = home.resolve("password");
    Path unfinished = home.resolve("creating");
    if (Files.exists(unfinished)) {
      log.warn("The first start in {} was interrupted; the empty database is created anew.", home);
      stopLeftover(data);
      deleteTree(data);
      Files.deleteIfExists(secret);
    }
    boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
    if (fresh) {
      Files.writeString(unfinished, "");
      writePassword(secret);
    } else {
      stopLeftover(data);
    }
    if (!Files.exists(secret)) {
      throw new IOException(
          secret + " is missing: put back the file that belongs to the data in " + data);
    }
    String password = Files.readString(secret).strip();
    EmbeddedPostgres server = launch(programs, data, password);
    try {
      if (fresh) {
        secure(server, data, password);
        Files.delete(unfinished);
      }
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    return new EmbeddedDatabase(lock, server, password);
  }

  private static EmbeddedPostgres launch(Path programs, Path data, String password)
      throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(programs.toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_TIMEOUT)
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        .setConnectConfig("password", password)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_directory", "log")
        .setServerConfig("log_filename", "postgresql-%a.log")
        .setServerConfig("log_rotation_age", "1d")
        .setServerConfig("log_truncate_on_rotation", "on")
        .start();
  }

  /// Makes the account and database of the application, then lets nobody in without the password.
  private static void secure(EmbeddedPostgres server, Path data, String password)
      throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set password_encryption = 'scram-sha-256'");
      statement.execute("alter role postgres password '" + password + "'");
      statement.execute("create role " + NAME + " login password '" + password + "'");
      statement.execute("create database " + NAME + " owner " + NAME);
      Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("the new database could not be set up", e);
    }
  }

  /// Stops a PostgreSQL that outlived the process which had started it. Our lock on the folder is
  /// held, so nobody else uses it.
  private static void stopLeftover(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    ProcessHandle leftover =
        ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres).orElse(null);
    if (leftover == null) {
      return;
    }
    log.warn("Stopping the PostgreSQL (process {}) that an earlier run left behind.", pid);
    leftover.destroy();
    try {
      leftover.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(
          "an earlier PostgreSQL (process " + pid + ") still runs on " + data + "; stop it first",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for process " + pid, e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(Path::of)
        .map(command -> command.endsWith("postgres") || command.endsWith("postgres.exe"))
        .orElse(false);
  }

  private static void createPrivateDirectory(Path home) throws IOException {
    Files.createDirectories(home);
    if (posix(home)) {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void writePassword(Path file) throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    if (!Files.exists(file)) {
      if (posix(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    }
    Files.writeString(file, HexFormat.of().formatHex(random));
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      log.debug("The lock is held by this very process.", e);
    }
    channel.close();
    throw new FolderInUseException(home);
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void release(@Nullable FileChannel lock) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        log.warn("The lock file could not be closed.", e);
      }
    }
  }

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
  }

  @Override
  public String getUsername() {
    return NAME;
  }

  @Override
  public String getPassword() {
    return password;
  }

  /// Stops PostgreSQL, which writes everything down first.
  @Override
  public void close() throws IOException {
    try {
      server.close();
    } finally {
      lock.close();
    }
  }
}
