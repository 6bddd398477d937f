package io.tanheng.accounting;

import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Total;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The comparison of an outcome with what a worked case expects.
///
/// @param compared every figure that was compared, in order
public record CaseCheck(List<Line> compared) {

  /// One figure that was compared.
  ///
  /// @param what `result`, `output`, `detail`, `intensity`, `memo` or `problem`
  /// @param actual `-` when there is no such figure
  public record Line(String what, String name, String expected, String actual, boolean agrees) {}

  public boolean agrees() {
    return compared.stream().allMatch(Line::agrees);
  }

  public List<Line> differences() {
    return compared.stream().filter(line -> !line.agrees()).toList();
  }

  /// Compares to the decimals the case gives; a case without expectations compares nothing.
  public static CaseCheck of(Case example, MethodEdition edition, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(List<Problem> problems) -> refused(example, problems);
      case Outcome.Calculated(Inventory inventory) -> calculated(example, edition, inventory);
    };
  }

  private static CaseCheck refused(Case example, List<Problem> problems) {
    List<String> codes = problems.stream().map(p -> p.code().key()).distinct().sorted().toList();
    String actual = String.join(", ", codes);
    if (!example.expected().problems().isEmpty()) {
      List<String> wanted = example.expected().problems().stream().sorted().toList();
      String expected = String.join(", ", wanted);
      return new CaseCheck(
          List.of(new Line("problem", "codes", expected, actual, wanted.equals(codes))));
    }
    return new CaseCheck(List.of(new Line("problem", "codes", "", actual, false)));
  }

  private static CaseCheck calculated(Case example, MethodEdition edition, Inventory inventory) {
    var lines = new ArrayList<Line>();
    if (!example.expected().problems().isEmpty()) {
      String wanted = String.join(", ", example.expected().problems());
      lines.add(new Line("problem", "codes", wanted, "-", false));
    }
    Map<String, Quantity> results = results(inventory);
    example
        .expected()
        .results()
        .forEach(
            (name, text) -> lines.add(line("result", name, text, result(name, results, edition))));
    if (!edition.production().outputsAreProducts()) {
      Map<String, Quantity> figures = namedFigures(edition, inventory);
      example.outputs().forEach((name, value) -> lines.add(output(name, value, figures.get(name))));
    }
    Map<String, Quantity> intensities = new LinkedHashMap<>(namedFigures(edition, inventory));
    inventory.intensities().forEach(i -> intensities.put(i.caseName(), i.value()));
    example
        .expected()
        .details()
        .forEach((name, text) -> lines.add(line("detail", name, text, intensities.get(name))));
    for (CaseFile.ExpectedIntensity expected : example.expected().intensities()) {
      lines.add(
          line("intensity", expected.name(), expected.value(), intensity(inventory, expected)));
    }
    memos(example, inventory).ifPresent(lines::add);
    return new CaseCheck(lines);
  }

  /// What a case calls results: the sources it names, and the totals.
  public static Map<String, Quantity> results(Inventory inventory) {
    var results = new LinkedHashMap<String, Quantity>();
    inventory.sources().forEach((key, source) -> results.put(key, source.value()));
    inventory
        .totals()
        .forEach((key, total) -> {
          if (!total.subtotal()) {
            results.put(key, total.value());
          }
        });
    inventory.indicators().stream()
        .filter(i -> i.isResult() && i.facility().isEmpty())
        .forEach(i -> results.put(i.caseName(), i.value()));
    return results;
  }

  /// The result by that name; a source of the edition without rows is zero.
  private static @Nullable Quantity result(
      String name, Map<String, Quantity> results, MethodEdition edition) {
    Quantity result = results.get(name);
    return result == null && edition.sources().containsKey(name)
        ? new Quantity(Rational.ZERO, edition.source(name).unit())
        : result;
  }

  /// The figures worked cases name in `outputs`: indicators, row figures and totals of facilities.
  public static Map<String, Quantity> namedFigures(MethodEdition edition, Inventory inventory) {
    var figures = new LinkedHashMap<String, Quantity>();
    for (RowResult row : inventory.rows()) {
      row.figures()
          .forEach(figure ->
              figure
                  .getKey()
                  .caseName()
                  .ifPresent(name -> figures.put(named(name, row), figure.getValue())));
    }
    for (Total total : edition.totals()) {
      total
          .caseName()
          .ifPresent(name ->
              inventory
                  .groupedBy("facility")
                  .forEach(group ->
                      figures.put(
                          name.replace("{facility}", group.group()),
                          group.totals().get(total.key()))));
    }
    inventory
        .indicators()
        .forEach(indicator -> figures.put(indicator.caseName(), indicator.value()));
    return figures;
  }

  private static String named(String pattern, RowResult row) {
    return pattern
        .replace("{n}", String.valueOf(row.number()))
        .replace("{item}", row.label("item").orElse(""));
  }

  private static @Nullable Quantity intensity(
      Inventory inventory, CaseFile.ExpectedIntensity expected) {
    return inventory.intensities().stream()
        .filter(i -> i.total().equals(expected.total()) && i.product().equals(expected.product()))
        .map(i -> i.numerator().dividedBy(expected.output().quantity()))
        .findFirst()
        .orElse(null);
  }

  private static Optional<Line> memos(Case example, Inventory inventory) {
    if (example.expected().memos().isEmpty()) {
      return Optional.empty();
    }
    List<String> wanted = example.expected().memos().stream().sorted().toList();
    List<String> actual =
        inventory.sources().values().stream()
            .filter(SourceResult::memo)
            .map(SourceResult::key)
            .sorted()
            .toList();
    return Optional.of(
        new Line(
            "memo",
            "not in total",
            String.join(", ", wanted),
            String.join(", ", actual),
            wanted.equals(actual)));
  }

  private static Line output(String name, InputValue expected, @Nullable Quantity actual) {
    String text = expected.asWritten();
    String number = text.substring(0, text.indexOf(' '));
    Unit unit = expected.quantity().unit();
    if (actual == null) {
      return line("output", name, number, null);
    }
    if (actual.unit().convertsTo(unit)) {
      return line("output", name, number, actual.in(unit));
    }
    boolean share = unit.dimension().isNone() && isShareOfMass(actual.unit());
    return share
        ? line("output", name, number, Quantity.ofBase(actual.base(), unit))
        : line("output", name, number, null);
  }

  /// A content such as tC/t may be written in percent, as inputs may.
  private static boolean isShareOfMass(Unit unit) {
    return unit.convertsTo(io.tanheng.units.Units.standard().require("tC/t"));
  }

  /// Agrees when the exact value, rounded half up to the decimals of the text, is the text.
  private static Line line(String what, String name, String text, @Nullable Quantity actual) {
    if (actual == null) {
      return new Line(what, name, text, "-", false);
    }
    var expected = new BigDecimal(text);
    int decimals = Math.max(expected.scale(), 0);
    Rational value = actual.value();
    BigDecimal rounded = value.toDecimal(decimals, RoundingMode.HALF_UP);
    int shown = Math.max(decimals, InventoryJson.DECIMALS);
    return new Line(
        what,
        name,
        text,
        value.toDecimal(shown, RoundingMode.HALF_UP).toPlainString(),
        rounded.compareTo(expected) == 0);
  }
}
