package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names a group of enterprises (集团).
public record GroupId(UUID value) {
  public static GroupId next() {
    return new GroupId(Uuid7.next());
  }

  public static GroupId of(String text) {
    return new GroupId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
