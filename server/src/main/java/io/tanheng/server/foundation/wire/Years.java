package io.tanheng.server.foundation.wire;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.RequestProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;

/// Years, months and days as callers may write them. A year outside [#FIRST] to [#LAST] is a
/// mistake of the hand; days may be older, since a facility can be.
public final class Years {
  /// Choice of this product: no ledger is older, none is kept for later.
  public static final int FIRST = 2000;

  public static final int LAST = 2100;
  private static final int FIRST_OF_DAYS = 1900;

  private Years() {}

  static Year year(String text) {
    if (!text.matches("[+-]?\\d{1,9}")) {
      throw malformed(text);
    }
    return Year.of(require(Integer.parseInt(text), FIRST, text));
  }

  static YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      require(month.getYear(), FIRST, text);
      return month;
    } catch (DateTimeException _) {
      throw malformed(text);
    }
  }

  static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      require(day.getYear(), FIRST_OF_DAYS, text);
      return day;
    } catch (DateTimeException _) {
      throw malformed(text);
    }
  }

  private static int require(int year, int first, String text) {
    if (year < first || year > LAST) {
      throw new ProblemException(
          RequestProblem.YEAR_RANGE, Map.of("value", text, "from", first, "to", LAST));
    }
    return year;
  }

  private static ProblemException malformed(String text) {
    return new ProblemException(RequestProblem.DATE_FORMAT, Map.of("value", text));
  }
}
