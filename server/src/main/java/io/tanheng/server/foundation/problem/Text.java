package io.tanheng.server.foundation.problem;

/// A text in both languages of the product.
public record Text(String zh, String en) {
  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
