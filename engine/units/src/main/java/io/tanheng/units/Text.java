package io.tanheng.units;

import java.util.Locale;

/// Words for people in both languages of the product.
public record Text(String zh, String en) {

  /// Words that read the same in both languages: symbols, names, numbers.
  public static Text same(String words) {
    return new Text(words, words);
  }

  /// Chinese for a Chinese locale, English for any other.
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }
}
