package io.tanheng.server.foundation.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of a refused request: RFC 9457, with both languages in `messages`.
public record ProblemResponse(
    String type,
    String title,
    int status,
    String code,
    String detail,
    Map<String, Object> args,
    Text messages,
    List<Item> problems) {

  /// One of several problems, with its place.
  public record Item(
      String code,
      Severity severity,
      Text message,
      @Nullable String sheet,
      @Nullable Integer row,
      @Nullable String column,
      @Nullable String cell,
      @Nullable String field,
      Map<String, Object> args) {
    public static Item of(Problem problem) {
      Problem.Place place = problem.place();
      return new Item(
          problem.code(),
          Severity.of(problem.severity()),
          problem.message(),
          place.sheet(),
          place.row(),
          place.column(),
          place.cell(),
          place.field(),
          problem.args());
    }
  }

  /// The severity as the API writes it.
  public enum Severity {
    error,
    warning;

    static Severity of(Problem.Severity severity) {
      return switch (severity) {
        case ERROR -> error;
        case WARNING -> warning;
      };
    }
  }

  static ProblemResponse of(ProblemException refused, Language language) {
    ProblemCode code = refused.code();
    Text detail = Messages.of(code, refused.args());
    String titleKey =
        "problem-kind." + code.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new ProblemResponse(
        "urn:tanheng:problem:" + code.key(),
        Messages.ofKey(ProblemKind.class, titleKey, Map.of()).in(language),
        ProblemStatus.of(code.kind()).value(),
        code.key(),
        detail.in(language),
        refused.args(),
        detail,
        refused.problems().stream().map(Item::of).toList());
  }
}
