package io.tanheng.server.foundation.problem;

import jakarta.validation.constraints.NotNull;

/// A text in both languages of the product.
public record Text(@NotNull String zh, @NotNull String en) {
  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
