package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one monitoring parameter (监测参数).
public record ParameterId(UUID value) {
  public static ParameterId next() {
    return new ParameterId(Uuid7.next());
  }

  public static ParameterId of(String text) {
    return new ParameterId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
