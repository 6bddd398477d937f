package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FigureTrace.Input;
import io.tanheng.server.operate.inventory.FigureTrace.Part;
import io.tanheng.server.operate.inventory.InventoryStore.RowSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Explains intensities and indicators: the figures and the production they are computed from.
record RatioExplanation(
    InventoryStore store,
    EnterpriseId enterprise,
    InventoryHead head,
    TraceWords words,
    TraceInputs inputs) {

  FigureTrace of(String figure) {
    return figure.startsWith("intensity:") ? intensity(figure) : indicator(figure);
  }

  /// `a` and `b` as one name.
  static Text joined(Text a, Text b) {
    return new Text(a.zh() + " " + b.zh(), a.en() + ": " + b.en());
  }

  private InventoryView view() {
    return head.view();
  }

  private FigureTrace intensity(String figure) {
    InventoryView.Intensity intensity =
        find(figure, view().intensities(), i -> i.figure().equals(figure));
    RunExtras extras = store.extras(enterprise, head.id());
    Map<String, StoredInput> drawn = new LinkedHashMap<>();
    for (RunExtras.Production production : extras.production()) {
      StoredInput value = production.inputs().get("value");
      if (value != null && production.name().equals(intensity.denominator().name())) {
        drawn.put("P", value);
      }
    }
    inputs.load(drawn.values());
    String top = intensity.numerator().value() + " " + intensity.numerator().unit();
    String below = intensity.denominator().value() + " " + intensity.denominator().unit();
    List<Part> parts =
        intensity.numeratorParts().stream()
            .map(part ->
                new Part(part.figure(), part.name(), part.sign(), part.value(), part.unit()))
            .toList();
    List<Input> given = new ArrayList<>();
    drawn.forEach(
        (symbol, value) -> given.add(inputs.drawn(symbol, intensity.denominator().name(), value)));
    RowTrace.Step step =
        new RowTrace.Step(
            parts.size() > 1
                ? new RowTrace.FormulaText("Σ ± E / P", "\\frac{\\sum_i \\pm E_i}{P}")
                : new RowTrace.FormulaText("E / P", "\\frac{E}{P}"),
            new RowTrace.FormulaText(
                top + " / " + below, "\\frac{\\text{" + top + "}}{\\text{" + below + "}}"),
            intensity.value(),
            intensity.unit(),
            null,
            List.of());
    return words.trace(
        new TraceWords.Named(figure, intensity.name(), intensity.value(), intensity.unit()),
        step,
        parts,
        given);
  }

  private FigureTrace indicator(String figure) {
    InventoryView.Indicator shown =
        find(figure, view().indicators(), i -> i.figure().equals(figure));
    String facility = shown.facility();
    RunExtras extras = store.extras(enterprise, head.id());
    RunExtras.IndicatorTrace found =
        find(
            figure,
            extras.indicators(),
            i -> i.key().equals(shown.key()) && Objects.equals(i.facility(), facility));
    Map<String, StoredInput> drawn = production(extras, facility);
    inputs.load(extras.production().stream().flatMap(p -> p.inputs().values().stream()).toList());
    List<Part> parts = new ArrayList<>();
    List<Input> given = new ArrayList<>();
    for (RowTrace.Input input : found.step().inputs()) {
      if (drawn.containsKey(input.symbol())) {
        given.add(inputs.input(input, drawn));
      } else {
        figureOf(input, facility)
            .ifPresentOrElse(parts::add, () -> given.add(TraceInputs.absent(input)));
      }
    }
    parts.addAll(rowFigures(found));
    given.addAll(facilityValues(found, extras));
    return words.trace(
        new TraceWords.Named(figure, shown.name(), shown.value(), shown.unit()),
        found.step(),
        parts,
        given);
  }

  private static Map<String, StoredInput> production(RunExtras extras, @Nullable String facility) {
    Map<String, StoredInput> drawn = new LinkedHashMap<>();
    for (RunExtras.Production production : extras.production()) {
      if (Objects.equals(production.facility(), facility)) {
        drawn.putAll(production.inputs());
      }
    }
    return drawn;
  }

  /// The figures of rows an indicator sums, one figure after the other.
  private List<Part> rowFigures(RunExtras.IndicatorTrace indicator) {
    Map<Integer, RowSum> rows = new HashMap<>();
    if (indicator.members().stream().anyMatch(member -> member.row() != null)) {
      store.sums(enterprise, head.id()).forEach(row -> rows.put(row.position(), row));
    }
    Map<String, List<Part>> byFigure = new LinkedHashMap<>();
    for (RunExtras.Member member : indicator.members()) {
      Integer position = member.row();
      if (position == null) {
        continue;
      }
      RowSum row = Objects.requireNonNull(rows.get(position));
      for (RunExtras.MemberValue value : member.values()) {
        byFigure
            .computeIfAbsent(value.key(), key -> new ArrayList<>())
            .add(
                new Part(
                    "row:" + position + ":" + value.key(),
                    joined(words.rowLabel(row, true), value.name()),
                    "+",
                    value.value(),
                    value.unit()));
      }
    }
    return byFigure.values().stream().flatMap(List::stream).toList();
  }

  /// Production of the facilities an indicator sums.
  private List<Input> facilityValues(RunExtras.IndicatorTrace indicator, RunExtras extras) {
    List<Input> given = new ArrayList<>();
    for (RunExtras.Member member : indicator.members()) {
      String label = member.facility();
      if (member.row() != null || label == null) {
        continue;
      }
      Map<String, StoredInput> drawn = production(extras, label);
      for (RunExtras.MemberValue value : member.values()) {
        StoredInput input = drawn.get(value.key());
        if (input != null) {
          given.add(inputs.drawn(value.key(), joined(Words.same(label), value.name()), input));
        }
      }
    }
    return given;
  }

  /// An indicator's input that is itself a figure: another indicator, or a total.
  private Optional<Part> figureOf(RowTrace.Input input, @Nullable String facility) {
    for (InventoryView.Indicator other : view().indicators()) {
      if (other.key().equals(input.symbol()) && Objects.equals(other.facility(), facility)) {
        return Optional.of(
            new Part(other.figure(), other.name(), "+", other.value(), other.unit()));
      }
    }
    List<InventoryView.Total> totals =
        facility == null
            ? view().totals()
            : view().byFacility().stream()
                .filter(one -> one.label().equals(facility))
                .findFirst()
                .map(InventoryView.Facility::totals)
                .orElse(List.of());
    return totals.stream()
        .filter(total -> total.key().equals(input.symbol()))
        .findFirst()
        .map(total -> new Part(total.figure(), total.name(), "+", total.value(), total.unit()));
  }

  private <T> T find(String figure, List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst().orElseThrow(() -> words.notFound(figure));
  }
}
