package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FigureTrace.Part;
import io.tanheng.server.operate.inventory.InventoryStore.RowSum;
import io.tanheng.units.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// Explains a figure that is a sum of other figures: totals, sources, months, items, facilities.
final class SumExplanation {
  private final InventoryStore store;
  private final EnterpriseId enterprise;
  private final InventoryHead head;
  private final TraceWords words;
  private final InventoryView view;
  private String figure = "";

  SumExplanation(
      InventoryStore store, EnterpriseId enterprise, InventoryHead head, TraceWords words) {
    this.store = store;
    this.enterprise = enterprise;
    this.head = head;
    this.words = words;
    this.view = head.view();
  }

  FigureTrace of(String wanted) {
    figure = wanted;
    return switch (wanted.split(":", 2)[0]) {
      case "total" -> wanted.equals("total") ? mainTotal() : total();
      case "source" -> source();
      case "month" -> months();
      case "item" -> item();
      case "facility" -> facility().orElseThrow(() -> words.notFound(figure));
      default -> throw words.notFound(figure);
    };
  }

  private FigureTrace mainTotal() {
    List<Part> parts =
        view.bySource().stream()
            .filter(source -> !source.sign().equals("NONE"))
            .map(source ->
                new Part(
                    source.figure(),
                    source.name(),
                    source.sign().equals("MINUS") ? "-" : "+",
                    source.value(),
                    source.unit()))
            .toList();
    Text label =
        view.totals().stream()
            .filter(total -> total.value().equals(view.total().value()) && !total.subtotal())
            .findFirst()
            .map(InventoryView.Total::name)
            .orElse(new Text("排放总量", "Total emissions"));
    return sum(label, view.total().value(), view.total().unit(), parts);
  }

  private FigureTrace total() {
    InventoryView.Total total = find(view.totals(), t -> t.figure().equals(figure));
    List<Part> parts = new ArrayList<>();
    for (InventoryView.SignedSource signed : total.parts()) {
      InventoryView.Source source = find(view.bySource(), s -> s.key().equals(signed.source()));
      parts.add(
          new Part(source.figure(), source.name(), signed.sign(), source.value(), source.unit()));
    }
    return sum(total.name(), total.value(), total.unit(), parts);
  }

  private FigureTrace source() {
    InventoryView.Source source = find(view.bySource(), s -> s.figure().equals(figure));
    List<Part> parts = new ArrayList<>();
    for (InventoryView.Month month : view.byMonth()) {
      for (InventoryView.MonthSource part : month.sources()) {
        if (part.key().equals(source.key())) {
          parts.add(
              new Part(part.figure(), Words.same(month.month()), "+", part.value(), part.unit()));
        }
      }
    }
    return sum(source.name(), source.value(), source.unit(), parts);
  }

  private FigureTrace month(InventoryView.Month month) {
    List<Part> parts = new ArrayList<>();
    for (InventoryView.MonthSource part : month.sources()) {
      InventoryView.Source source = find(view.bySource(), s -> s.key().equals(part.key()));
      if (!source.sign().equals("NONE")) {
        String sign = source.sign().equals("MINUS") ? "-" : "+";
        parts.add(new Part(part.figure(), source.name(), sign, part.value(), part.unit()));
      }
    }
    return sum(Words.same(month.month()), month.value(), month.unit(), parts);
  }

  private FigureTrace monthSource(InventoryView.Month month, InventoryView.MonthSource part) {
    Text source = sourceName(part.key());
    List<Part> rows =
        rowParts(
            row -> row.source().equals(part.key()) && row.month().toString().equals(month.month()),
            false);
    Text label = new Text(month.month() + " " + source.zh(), source.en() + ", " + month.month());
    return sum(label, part.value(), part.unit(), rows);
  }

  private FigureTrace months() {
    for (InventoryView.Month month : view.byMonth()) {
      if (month.figure().equals(figure)) {
        return month(month);
      }
      for (InventoryView.MonthSource part : month.sources()) {
        if (part.figure().equals(figure)) {
          return monthSource(month, part);
        }
      }
    }
    throw words.notFound(figure);
  }

  private FigureTrace item() {
    InventoryView.Item item = find(view.items(), i -> i.figure().equals(figure));
    List<Part> rows =
        rowParts(
            row ->
                row.source().equals(item.source())
                    && row.item().equals(item.key())
                    && Objects.equals(row.facility(), item.facility()),
            true);
    return sum(item.name(), item.value(), item.unit(), rows);
  }

  private Optional<FigureTrace> facility() {
    for (InventoryView.Facility facility : view.byFacility()) {
      for (InventoryView.MonthSource source : facility.sources()) {
        if (source.figure().equals(figure)) {
          return Optional.of(facilitySource(facility, source));
        }
      }
      for (InventoryView.Total total : facility.totals()) {
        if (total.figure().equals(figure)) {
          return Optional.of(facilityTotal(facility, total));
        }
      }
    }
    return Optional.empty();
  }

  private FigureTrace facilitySource(
      InventoryView.Facility facility, InventoryView.MonthSource source) {
    List<Part> rows =
        rowParts(
            row -> row.source().equals(source.key()) && facility.label().equals(row.facility()),
            true);
    return sum(of(facility, sourceName(source.key())), source.value(), source.unit(), rows);
  }

  private FigureTrace facilityTotal(InventoryView.Facility facility, InventoryView.Total total) {
    List<Part> parts = new ArrayList<>();
    for (InventoryView.SignedSource signed : total.parts()) {
      facility.sources().stream()
          .filter(s -> s.key().equals(signed.source()))
          .forEach(s ->
              parts.add(
                  new Part(s.figure(), sourceName(s.key()), signed.sign(), s.value(), s.unit())));
    }
    return sum(of(facility, total.name()), total.value(), total.unit(), parts);
  }

  private Text sourceName(String key) {
    return find(view.bySource(), source -> source.key().equals(key)).name();
  }

  private static Text of(InventoryView.Facility facility, Text name) {
    return new Text(
        facility.name().zh() + " " + name.zh(), facility.name().en() + ": " + name.en());
  }

  private List<Part> rowParts(Predicate<RowSum> wanted, boolean withMonth) {
    return store.sums(enterprise, head.id()).stream()
        .filter(wanted)
        .map(row ->
            new Part(
                "row:" + row.position(),
                words.rowLabel(row, withMonth),
                "+",
                Shown.result(Rational.of(row.exact())),
                row.unit()))
        .toList();
  }

  private FigureTrace sum(Text label, String value, String unit, List<Part> parts) {
    StringBuilder text = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (Part part : parts) {
      boolean first = text.isEmpty();
      String sign = part.sign().equals("-") ? (first ? "-" : " - ") : (first ? "" : " + ");
      text.append(sign).append(part.label().zh());
      values.append(sign).append(part.value());
    }
    return new FigureTrace(
        figure,
        label,
        value,
        unit,
        null,
        new RowTrace.FormulaText(text.toString(), "\\sum_i \\pm E_i"),
        new RowTrace.FormulaText(values.toString(), "\\text{" + values + "}"),
        parts,
        List.of(),
        List.of(),
        words.run());
  }

  private <T> T find(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst().orElseThrow(() -> words.notFound(figure));
  }
}
