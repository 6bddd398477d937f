package io.tanheng.server.operate.inventory;

import io.tanheng.accounting.Trace;
import io.tanheng.standard.Factor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the engine's trace into the form that is stored with a run.
final class TraceWriter {
  private TraceWriter() {}

  static RowTrace.Step step(Trace trace) {
    return switch (trace) {
      case Trace.Computed computed -> computed(computed);
      case Trace.Entered _, Trace.FromTable _, Trace.AbsentZero _ -> alone(trace);
    };
  }

  private static RowTrace.Step computed(Trace.Computed computed) {
    List<RowTrace.Input> inputs = new ArrayList<>();
    computed.parts().forEach(part -> inputs.add(input(part)));
    return new RowTrace.Step(
        new RowTrace.FormulaText(computed.text(), computed.latex()),
        new RowTrace.FormulaText(computed.substituted(), computed.substitutedLatex()),
        Shown.decimal(computed.value()),
        computed.value().unit().symbol(),
        computed.value().value().toString(),
        inputs);
  }

  /// A figure that is an input as it stands, such as a declared amount.
  private static RowTrace.Step alone(Trace trace) {
    RowTrace.FormulaText symbol =
        new RowTrace.FormulaText(trace.symbol(), trace.symbol().replace("_", "\\_"));
    String value = trace.value().text();
    return new RowTrace.Step(
        symbol,
        new RowTrace.FormulaText(value, "\\text{" + value + "}"),
        Shown.decimal(trace.value()),
        trace.value().unit().symbol(),
        trace.value().value().toString(),
        List.of(input(trace)));
  }

  private static RowTrace.Input input(Trace trace) {
    return switch (trace) {
      case Trace.Computed computed ->
          of(computed, RowTrace.Kind.ROUTE, null, null, null, route(computed));
      case Trace.Entered entered ->
          of(
              entered,
              entered.factor().isPresent() ? RowTrace.Kind.FACTOR : RowTrace.Kind.GIVEN,
              entered.asWritten(),
              entered.reference(),
              entered.factor().map(TraceWriter::factor).orElse(null),
              null);
      case Trace.FromTable table ->
          of(table, RowTrace.Kind.FACTOR, null, null, factor(table.factor()), null);
      case Trace.AbsentZero zero -> of(zero, RowTrace.Kind.CONSTANT, null, null, null, null);
    };
  }

  private static RowTrace.Route route(Trace.Computed computed) {
    return new RowTrace.Route(
        computed.route().map(Trace.RouteTaken::id).orElse(computed.symbol()),
        Words.of(computed.route().map(Trace.RouteTaken::name).orElse(computed.name())),
        computed(computed));
  }

  private static RowTrace.Input of(
      Trace trace,
      RowTrace.Kind kind,
      @Nullable String asWritten,
      @Nullable String given,
      RowTrace.@Nullable Factor factor,
      RowTrace.@Nullable Route route) {
    return new RowTrace.Input(
        trace.symbol(),
        Words.of(trace.name()),
        Shown.decimal(trace.value()),
        trace.value().unit().symbol(),
        asWritten,
        kind,
        given,
        factor,
        route);
  }

  static RowTrace.Factor factor(Factor factor) {
    return new RowTrace.Factor(
        factor.table(),
        Words.of(factor.tableTitle()),
        factor.row(),
        Words.of(factor.rowName()),
        factor.column(),
        Words.of(factor.columnName()),
        factor.printed(),
        factor.value().unit().symbol(),
        Words.of(factor.source().citation().title()),
        MethodView.word(factor.confidence()));
  }
}
