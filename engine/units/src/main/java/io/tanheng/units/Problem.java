package io.tanheng.units;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Something a user can put right: what, where, and in words of both languages.
///
/// Problems are values that are collected, never thrown. The arguments fill the named places of the
/// text.
///
/// @param position where in a text file, when the cause is there
public record Problem(
    ProblemCode code,
    Map<String, Text> args,
    Severity severity,
    Optional<SourcePosition> position) {

  public Problem {
    args = Collections.unmodifiableMap(new LinkedHashMap<>(args));
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, Map.of(), Severity.ERROR, Optional.empty());
  }

  public Problem with(String name, Text value) {
    var more = new LinkedHashMap<>(args);
    more.put(name, value);
    return new Problem(code, more, severity, position);
  }

  public Problem with(String name, Object value) {
    return with(name, Text.same(String.valueOf(value)));
  }

  public Problem at(SourcePosition place) {
    return new Problem(code, args, severity, Optional.of(place));
  }

  public Problem asWarning() {
    return new Problem(code, args, Severity.WARNING, position);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// What is wrong and what to do, without the place.
  public Text text() {
    return Messages.text(code, args);
  }

  /// The whole report: place, text, the line and a caret below the cause.
  public String render(Locale locale) {
    String words = text().in(locale);
    return position
        .map(at -> at.place() + ": " + words + "\n" + at.picture().indent(2).stripTrailing())
        .orElse(words);
  }
}
