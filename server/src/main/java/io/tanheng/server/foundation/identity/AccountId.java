package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names one account (账号).
public record AccountId(UUID value) {
  public static AccountId next() {
    return new AccountId(Uuid7.next());
  }

  public static AccountId of(String text) {
    return new AccountId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
