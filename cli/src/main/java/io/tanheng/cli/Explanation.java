package io.tanheng.cli;

import io.tanheng.accounting.IndicatorResult;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.InventoryJson;
import io.tanheng.accounting.RowResult;
import io.tanheng.accounting.SourceResult;
import io.tanheng.accounting.TotalResult;
import io.tanheng.accounting.Trace;
import io.tanheng.standard.Confidence;
import io.tanheng.standard.Factor;
import io.tanheng.units.Quantity;
import java.util.Locale;

/// The whole derivation of an inventory in words and formulas.
final class Explanation {

  private final Locale locale;
  private final StringBuilder text = new StringBuilder();

  Explanation(Locale locale) {
    this.locale = locale;
  }

  String of(Inventory inventory) {
    line(0, inventory.edition().id() + "  " + inventory.edition().title().in(locale));
    for (SourceResult source : inventory.sources().values()) {
      line(0, "");
      line(0, source.name().in(locale) + " (" + source.key() + ") = " + figure(source.value()));
      inventory.rows().stream().filter(row -> row.source().equals(source.key())).forEach(this::row);
    }
    line(0, "");
    inventory.totals().values().forEach(this::total);
    inventory.indicators().forEach(this::indicator);
    inventory.intensities().forEach(i -> line(0, i.caseName() + " = " + figure(i.value())));
    return text.append('\n').toString();
  }

  private void row(RowResult row) {
    String flags = row.flags().isEmpty() ? "" : "  [" + String.join(", ", row.flags()) + "]";
    line(
        1,
        "#%d %s = %s%s"
            .formatted(row.number(), row.label("item").orElse(""), figure(row.result()), flags));
    trace(row.trace(), 2);
  }

  private void trace(Trace trace, int depth) {
    switch (trace) {
      case Trace.Computed computed -> {
        String route =
            computed
                .route()
                .map(r -> "  (" + Words.ROUTE.in(locale).formatted(r.name().in(locale)) + ")")
                .orElse("");
        line(depth, computed.symbol() + " = " + computed.text() + route);
        line(depth, " ".repeat(computed.symbol().length()) + " = " + computed.substituted());
        line(depth, " ".repeat(computed.symbol().length()) + " = " + computed.value().text());
        computed.parts().forEach(part -> trace(part, depth + 1));
      }
      case Trace.Entered entered ->
          leaf(
              trace,
              depth,
              entered
                  .factor()
                  .map(f -> factor(Words.PICKED.in(locale), f))
                  .orElse(Words.ENTERED.in(locale).formatted(entered.asWritten())));
      case Trace.FromTable table ->
          leaf(
              trace,
              depth,
              table
                  .replacement()
                  .map(r ->
                      Words.REPLACED
                          .in(locale)
                          .formatted(table.factor().id(), r.reason(), r.reference()))
                  .orElse(factor(Words.FROM_TABLE.in(locale), table.factor())));
      case Trace.AbsentZero _ -> leaf(trace, depth, Words.ZERO.in(locale));
    }
  }

  private void leaf(Trace trace, int depth, String origin) {
    line(
        depth,
        "%s = %s  %s  — %s"
            .formatted(trace.symbol(), trace.value().text(), trace.name().in(locale), origin));
  }

  private String factor(String pattern, Factor factor) {
    return pattern.formatted(
        factor.id(), factor.source().citation().title().in(locale), word(factor.confidence()));
  }

  private String word(Confidence confidence) {
    return switch (confidence) {
      case VERIFIED -> Words.VERIFIED.in(locale);
      case RECALLED -> Words.RECALLED.in(locale);
      case UNSURE -> Words.UNSURE.in(locale);
    };
  }

  private void total(TotalResult total) {
    var terms = new StringBuilder();
    total
        .terms()
        .forEach(term ->
            terms
                .append(term.sign() < 0 ? " - " : terms.isEmpty() ? "" : " + ")
                .append(term.key()));
    line(0, total.name().in(locale) + " (" + total.key() + ") = " + terms);
    line(0, "  = " + figure(total.value()));
  }

  private void indicator(IndicatorResult indicator) {
    String facility = indicator.facility().isEmpty() ? "" : " [" + indicator.facility() + "]";
    line(
        0,
        indicator.name().in(locale)
            + facility
            + " ("
            + indicator.key()
            + ") = "
            + indicator.text());
    line(0, "  = " + figure(indicator.value()));
  }

  private static String figure(Quantity quantity) {
    return InventoryJson.figure(quantity) + " " + quantity.unit().symbol();
  }

  private void line(int depth, String words) {
    text.repeat("  ", depth).append(words).append('\n');
  }
}
