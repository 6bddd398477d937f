package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Problem.Place;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.inventory.InventorySnapshot.Origin;
import io.tanheng.server.operate.inventory.InventorySnapshot.Row;
import io.tanheng.server.operate.inventory.InventorySnapshot.Source;
import io.tanheng.server.operate.inventory.InventorySnapshot.Total;
import io.tanheng.server.operate.inventory.InventorySnapshot.Value;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.report.content.CompileInput;
import io.tanheng.server.operate.report.content.EvidenceFile;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayout.EvidenceItem;
import io.tanheng.server.operate.report.layout.ReportLayout.Part;
import io.tanheng.server.operate.report.layout.ReportLayout.Plausibility;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks a report over before people do: fields, periods, units and signs, ranges, last year,
/// proofs. Every finding says where it stands and what to do.
final class ReportCheck {
  private static final Rational MARKED_CHANGE_PERCENT = Rational.of(30);
  private static final Rational HUNDRED = Rational.of(100);
  private static final int FEW = 6;

  private final ReportLayout layout;
  private final CompileInput input;
  private final @Nullable InventorySnapshot lastYear;
  private final List<Problem> found = new ArrayList<>();

  private ReportCheck(
      ReportLayout layout, CompileInput input, @Nullable InventorySnapshot lastYear) {
    this.layout = layout;
    this.input = input;
    this.lastYear = lastYear;
  }

  static List<Problem> check(
      ReportLayout layout,
      CompileInput input,
      Optional<InventorySnapshot> lastYear,
      LocalDate today) {
    ReportCheck check = new ReportCheck(layout, input, lastYear.orElse(null));
    check.fields();
    check.parameters();
    check.evidence(today);
    input.findInventory().ifPresent(check::inventory);
    if (!layout.source().confidence().equals("verified")) {
      check.warn(
          ReportProblem.LAYOUT_NOT_VERIFIED, Map.of("source", layout.source().title()), null);
    }
    return check.found;
  }

  private void error(ReportProblem code, Map<String, ?> args, @Nullable String table) {
    found.add(Problem.error(code, args).at(place(table)));
  }

  private void warn(ReportProblem code, Map<String, ?> args, @Nullable String table) {
    found.add(Problem.warning(code, args).at(place(table)));
  }

  private static Place place(@Nullable String table) {
    return table == null ? Place.NOWHERE : Place.sheet(table);
  }

  private void fields() {
    for (ReportLayout.Chapter chapter : layout.chapters()) {
      for (Part part : chapter.parts()) {
        if (part instanceof Part.Fields fields) {
          fields.fields().stream()
              .filter(field -> field.required() && input.field(field.key()).isEmpty())
              .forEach(field ->
                  found.add(
                      Problem.error(
                              ReportProblem.FIELD_MISSING,
                              Map.of("table", fields.caption().number(), "field", field.label()))
                          .at(
                              new Place(
                                  fields.caption().number(), null, null, null, field.key()))));
        }
      }
    }
  }

  /// Only where the layout lists the parameters, as the plan does.
  private void parameters() {
    boolean listed =
        layout.chapters().stream()
            .flatMap(chapter -> chapter.parts().stream())
            .anyMatch(Part.Parameters.class::isInstance);
    if (listed) {
      for (Parameter parameter : input.parameters()) {
        if (parameter.responsible().isBlank()) {
          warn(ReportProblem.RESPONSIBLE_MISSING, Map.of("name", parameter.name().text()), null);
        }
      }
    }
  }

  /// Every needed proof is there, and the month is in time.
  private void evidence(LocalDate today) {
    for (ReportLayout.Chapter chapter : layout.chapters()) {
      for (Part part : chapter.parts()) {
        if (part instanceof Part.Evidence evidence) {
          evidence(evidence, YearMonth.parse(input.period()), today);
        }
      }
    }
  }

  private void evidence(Part.Evidence part, YearMonth month, LocalDate today) {
    for (EvidenceItem item : part.items()) {
      input.evidence().stream()
          .filter(file -> item.required() && file.belongsTo(item) && !file.exists())
          .map(EvidenceFile::parameter)
          .distinct()
          .forEach(parameter ->
              error(
                  ReportProblem.EVIDENCE_MISSING,
                  Map.of("item", parameter, "month", month.toString()),
                  part.caption().number()));
    }
    LocalDate due = month.atEndOfMonth().plusDays(part.dueDays());
    if (today.isAfter(due)) {
      warn(
          ReportProblem.EVIDENCE_LATE,
          Map.of(
              "month",
              month.toString(),
              "due",
              due.toString(),
              "days",
              ChronoUnit.DAYS.between(due, today)),
          null);
    }
  }

  private void inventory(InventorySnapshot run) {
    if (run.provisional()) {
      error(
          ReportProblem.INVENTORY_PROVISIONAL,
          Map.of("number", run.number(), "count", run.openLines()),
          null);
    }
    if (run.superseded()) {
      error(ReportProblem.INVENTORY_SUPERSEDED, Map.of("number", run.number()), null);
    }
    months(run);
    total(run);
    run.rows().forEach(this::row);
    unsure(run);
    vouchers(run);
    change(run);
  }

  private static Map<String, List<Row>> byItem(InventorySnapshot run) {
    return run.rows().stream()
        .collect(Collectors.groupingBy(Row::itemFigure, LinkedHashMap::new, Collectors.toList()));
  }

  private void months(InventorySnapshot run) {
    for (List<Row> rows : byItem(run).values()) {
      Set<YearMonth> missing = new TreeSet<>(run.period().months());
      rows.forEach(row -> missing.remove(row.month()));
      if (!missing.isEmpty()) {
        String months = missing.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
        warn(
            ReportProblem.MONTH_MISSING,
            Map.of("item", rows.getFirst().itemName(), "months", months),
            null);
      }
    }
  }

  private void total(InventorySnapshot run) {
    run.totals().stream()
        .filter(Total::main)
        .filter(total -> sum(run, total).signum() <= 0)
        .forEach(total ->
            error(
                ReportProblem.TOTAL_NOT_POSITIVE,
                Map.of("value", shown(sum(run, total)), "unit", total.unit()),
                null));
  }

  private void row(Row row) {
    row.symbols()
        .forEach((symbol, value) -> {
          if (value.value().signum() < 0 && value.origin() == Origin.LEDGER) {
            warn(
                ReportProblem.NEGATIVE_QUANTITY,
                Map.of(
                    "item",
                    row.itemName(),
                    "month",
                    row.month().toString(),
                    "name",
                    value.name(),
                    "value",
                    shown(value.value()),
                    "unit",
                    value.unit()),
                null);
          }
          layout.plausibility().stream()
              .filter(range -> range.symbol().equals(symbol))
              .filter(range -> matches(range, row))
              .findFirst()
              .ifPresent(range -> range(range, row, value));
        });
  }

  private static boolean matches(Plausibility range, Row row) {
    return range.match().entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(row.labels().get(entry.getKey())));
  }

  private void range(Plausibility range, Row row, Value value) {
    Unit unit = Units.standard().require(range.unit());
    Quantity quantity = new Quantity(value.value(), Units.standard().require(value.unit()));
    if (!quantity.unit().convertsTo(unit)) {
      return;
    }
    Rational converted = quantity.in(unit).value();
    boolean low = range.min() != null && converted.compareTo(Rational.of(range.min())) < 0;
    boolean high = range.max() != null && converted.compareTo(Rational.of(range.max())) > 0;
    if (low || high) {
      warn(
          ReportProblem.OUT_OF_RANGE,
          Map.of(
              "item",
              row.itemName(),
              "month",
              row.month().toString(),
              "name",
              range.name(),
              "value",
              shown(converted),
              "unit",
              range.unit(),
              "min",
              range.min() == null ? "—" : range.min(),
              "max",
              range.max() == null ? "—" : range.max()),
          null);
    }
  }

  private void unsure(InventorySnapshot run) {
    Set<Text> items = new LinkedHashSet<>();
    Set<String> factors = new LinkedHashSet<>();
    for (Row row : run.rows()) {
      row.symbols()
          .forEach((symbol, value) -> {
            if ("unsure".equals(value.confidence())) {
              items.add(row.itemName());
              factors.add(row.source() + "/" + symbol + "/" + row.item());
            }
          });
    }
    if (!factors.isEmpty()) {
      warn(
          ReportProblem.UNSURE_FACTORS, Map.of("count", factors.size(), "items", few(items)), null);
    }
  }

  private static Text few(Set<Text> items) {
    String more = items.size() > FEW ? " …" : "";
    return new Text(
        items.stream().limit(FEW).map(Text::zh).collect(Collectors.joining("、")) + more,
        items.stream().limit(FEW).map(Text::en).collect(Collectors.joining(", ")) + more);
  }

  /// Items whose ledger values have no proof at all in some months, in one warning.
  private void vouchers(InventorySnapshot run) {
    Set<Text> items = new LinkedHashSet<>();
    long months = 0;
    for (List<Row> rows : byItem(run).values()) {
      long without = rows.stream().filter(ReportCheck::isUnproved).count();
      if (without > 0) {
        items.add(rows.getFirst().itemName());
        months += without;
      }
    }
    if (!items.isEmpty()) {
      warn(
          ReportProblem.VOUCHERS_MISSING,
          Map.of("items", few(items), "number", items.size(), "count", months),
          null);
    }
  }

  private static boolean isUnproved(Row row) {
    return row.symbols().values().stream().anyMatch(value -> value.origin() == Origin.LEDGER)
        && row.symbols().values().stream().noneMatch(value -> value.vouchers() > 0);
  }

  private void change(InventorySnapshot run) {
    if (lastYear == null) {
      warn(
          ReportProblem.NO_LAST_YEAR,
          Map.of("year", run.period().year().minusYears(1).toString()),
          null);
      return;
    }
    if (!input.field("entered.explanation").isEmpty()) {
      return;
    }
    for (Source source : run.sources()) {
      Rational now = sum(run, source.key());
      Rational before = sum(lastYear, source.key());
      if (before.isZero()) {
        continue;
      }
      Rational percent = now.minus(before).times(HUNDRED).dividedBy(before.abs());
      if (percent.abs().compareTo(MARKED_CHANGE_PERCENT) > 0) {
        warn(
            ReportProblem.CHANGED_SINCE_LAST_YEAR,
            Map.of(
                "source",
                source.name(),
                "percent",
                percent.toDecimal(1, RoundingMode.HALF_UP).toPlainString(),
                "before",
                shown(before),
                "now",
                shown(now),
                "unit",
                source.unit()),
            null);
      }
    }
  }

  private static Rational sum(InventorySnapshot run, String source) {
    return Rational.sum(
        run.rows().stream().filter(row -> row.source().equals(source)).map(Row::result).toList());
  }

  private static Rational sum(InventorySnapshot run, Total total) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<String, Integer> part : total.signs().entrySet()) {
      sum = sum.plus(sum(run, part.getKey()).times(Rational.of(part.getValue())));
    }
    return sum;
  }

  private static String shown(Rational value) {
    return value.toDecimal(2, RoundingMode.HALF_UP).toPlainString();
  }
}
