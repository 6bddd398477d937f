package io.tanheng.server.foundation.problem;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One problem found in what a caller sent, with the place where it stands: a value, collected, not
/// thrown.
public record Problem(
    String code, Severity severity, Text message, Place place, Map<String, Object> args) {

  public enum Severity {
    ERROR,
    WARNING
  }

  /// Where a problem stands; all parts may be absent. `row` counts from 1, `column` is a letter as
  /// in a workbook, `cell` is both (`C7`), `field` is the JSON field of a request.
  public record Place(
      @Nullable String sheet,
      @Nullable Integer row,
      @Nullable String column,
      @Nullable String cell,
      @Nullable String field) {
    public static final Place NOWHERE = new Place(null, null, null, null, null);

    public static Place field(String field) {
      return new Place(null, null, null, null, field);
    }

    public static Place cell(String sheet, int row, String column) {
      return new Place(sheet, row, column, column + row, null);
    }

    public static Place row(String sheet, int row) {
      return new Place(sheet, row, null, null, null);
    }

    public static Place sheet(String sheet) {
      return new Place(sheet, null, null, null, null);
    }
  }

  public Problem {
    args = Collections.unmodifiableMap(new TreeMap<>(args));
  }

  public static Problem error(ProblemCode code, Map<String, ?> args) {
    return of(code, Severity.ERROR, args);
  }

  public static Problem warning(ProblemCode code, Map<String, ?> args) {
    return of(code, Severity.WARNING, args);
  }

  private static Problem of(ProblemCode code, Severity severity, Map<String, ?> args) {
    Text message = Messages.of(code, args);
    return new Problem(code.key(), severity, message, Place.NOWHERE, Map.copyOf(args));
  }

  public Problem at(Place newPlace) {
    return new Problem(code, severity, message, newPlace, args);
  }
}
