package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.wire.Uuid7;
import java.util.UUID;

/// Names the match of a document item to parameters (对应关系).
public record MatchId(UUID value) {
  public static MatchId next() {
    return new MatchId(Uuid7.next());
  }

  public static MatchId of(String text) {
    return new MatchId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
