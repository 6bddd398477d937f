package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks what stands in the value cells of a series: a plain number, not negative where it cannot
/// be.
final class ValueChecks {
  private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
  private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]{1,20}(\\.[0-9]{1,20})?");

  private final Vocabulary vocabulary;
  private final SeriesIndex index;

  ValueChecks(Vocabulary vocabulary, SeriesIndex index) {
    this.vocabulary = vocabulary;
    this.index = index;
  }

  List<Finding> check(Series series, Meaning meaning) {
    List<SeriesCell> cells = new ArrayList<>();
    series.opening().ifPresent(cells::add);
    cells.addAll(series.months().values());
    return cells.stream()
        .map(cell -> check(series, meaning, cell))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Finding> check(Series series, Meaning meaning, SeriesCell cell) {
    return switch (cell.cell().content()) {
      case Content.Figure(BigDecimal value) -> {
        boolean refused = value.signum() < 0 && !meaning.mayBeNegative();
        yield refused
            ? Optional.of(finding(IntakeProblem.NEGATIVE_NOT_ALLOWED, series, cell, Map.of()))
            : Optional.empty();
      }
      case Content.Words(String text) -> words(series, cell, text);
      case Content.Moment _, Content.Truth _ ->
          Optional.of(finding(IntakeProblem.NOT_A_NUMBER, series, cell, Map.of()));
      case Content.Fault _ -> Optional.empty();
    };
  }

  private Optional<Finding> words(Series series, SeriesCell cell, String text) {
    if (vocabulary.saysUntested(text)) {
      return Optional.of(finding(IntakeProblem.MISSING_TEST, series, cell, Map.of()));
    }
    if (vocabulary.saysNothing(text)) {
      return Optional.empty();
    }
    return Optional.of(
        numberIn(text)
            .map(number ->
                finding(
                    IntakeProblem.NUMBER_STORED_AS_TEXT,
                    series,
                    cell,
                    Map.of("means", Text.same(number.toPlainString()))))
            .orElseGet(() -> finding(IntakeProblem.NOT_A_NUMBER, series, cell, Map.of())));
  }

  /// The number a text plainly means: full-width digits, spaces and thousand separators put right.
  static Optional<BigDecimal> numberIn(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    if (GROUPED.matcher(plain).matches()) {
      plain = plain.replace(",", "");
    }
    return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  private Finding finding(
      IntakeProblem code, Series series, SeriesCell cell, Map<String, Text> more) {
    Map<String, Text> args = new HashMap<>(more);
    args.put("sheet", Text.same(series.sheet()));
    args.put("cell", Text.same(cell.ref().toString()));
    args.put("label", index.describe(series.sheet(), cell.ref()));
    args.put("content", Text.same(cell.shown()));
    return Finding.of(code, Place.cell(series.sheet(), cell.ref()), args);
  }
}
