package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one report through all its versions.
public record ReportId(UUID value) {
  static ReportId next() {
    return new ReportId(Uuid7.next());
  }

  /// Reads an id of a path.
  public static ReportId of(String text) {
    return new ReportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
