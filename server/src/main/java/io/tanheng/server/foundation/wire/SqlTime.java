package io.tanheng.server.foundation.wire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Instants in PostgreSQL's `timestamptz`, without the machine's zone having a say.
public final class SqlTime {
  private SqlTime() {}

  public static OffsetDateTime of(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static Instant require(ResultSet row, String column) throws SQLException {
    return find(row, column)
        .orElseThrow(() -> new IllegalStateException("column " + column + " is null"));
  }

  public static Optional<Instant> find(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
