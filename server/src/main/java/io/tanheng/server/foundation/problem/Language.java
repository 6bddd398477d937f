package io.tanheng.server.foundation.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages of the product: Chinese first, English second.
public enum Language {
  ZH,
  EN;

  /// The language a caller prefers by an `Accept-Language` header; Chinese when the header is
  /// absent, malformed or names neither.
  public static Language ofHeader(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ZH;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        if (range.getRange().startsWith("zh")) {
          return ZH;
        }
        if (range.getRange().startsWith("en")) {
          return EN;
        }
      }
    } catch (IllegalArgumentException malformed) {
      return ZH;
    }
    return ZH;
  }
}
