package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Supply against use of a carrier that is not stored: what a block says comes in must go out.
final class SupplyChecks {
  private final LedgerView view;

  SupplyChecks(LedgerView view) {
    this.view = view;
  }

  private record Flow(boolean in, Series series) {}

  List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    for (LedgerSheet sheet : view.sheets()) {
      Map<String, List<Series>> blocks = new LinkedHashMap<>();
      for (Series series : sheet.series()) {
        series
            .block()
            .ifPresent(block -> blocks.computeIfAbsent(block, _ -> new ArrayList<>()).add(series));
      }
      blocks.values().forEach(block -> flows(block).ifPresent(flows -> check(flows, findings)));
    }
    return findings;
  }

  /// The flows of a block that is only flows of one carrier, in and out.
  private Optional<List<Flow>> flows(List<Series> block) {
    List<Flow> flows = new ArrayList<>();
    for (Series series : block) {
      Optional<Boolean> in = Direction.of(series, view.vocabulary());
      boolean isFlow =
          in.isPresent()
              && view.kind(series) != Meaning.Kind.STOCK
              && view.convertible(block.getFirst(), series)
              && !view.vocabulary().mentions("subtotal", series.lastLabel());
      if (!isFlow) {
        return Optional.empty();
      }
      flows.add(new Flow(in.get(), series));
    }
    boolean both = flows.stream().anyMatch(Flow::in) && flows.stream().anyMatch(flow -> !flow.in());
    return both ? Optional.of(flows) : Optional.empty();
  }

  private void check(List<Flow> flows, List<Finding> findings) {
    Map<YearMonth, BigDecimal> gaps = new TreeMap<>();
    int fitting = 0;
    Series first = flows.getFirst().series();
    for (YearMonth month : first.values().keySet()) {
      BigDecimal in = sum(flows, true, month);
      BigDecimal out = sum(flows, false, month);
      if (view.rules().differ(in, out)) {
        gaps.put(month, in.subtract(out));
      } else {
        fitting++;
      }
    }
    if (view.rules().isRule(fitting, fitting + gaps.size())) {
      gaps.forEach((month, gap) -> findings.add(finding(flows, month, gap)));
    }
  }

  private BigDecimal sum(List<Flow> flows, boolean in, YearMonth month) {
    return flows.stream()
        .filter(flow -> flow.in() == in)
        .map(flow -> view.valueIn(flow.series(), month, flows.getFirst().series()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Finding finding(List<Flow> flows, YearMonth month, BigDecimal gap) {
    Series suspect = suspect(flows, month, gap).orElse(flows.getLast().series());
    SeriesCell cell =
        suspect.cell(month).orElseGet(() -> flows.getFirst().series().requireCell(month));
    return view.finding(
            IntakeProblem.SUB_LEDGER_DOES_NOT_BALANCE,
            suspect,
            cell,
            Map.of(
                "in", LedgerView.number(sum(flows, true, month)),
                "out", LedgerView.number(sum(flows, false, month)),
                "difference", LedgerView.number(gap),
                "unit", io.tanheng.units.Text.same(flows.getFirst().series().unitText())))
        .withRelated(
            flows.stream()
                .map(Flow::series)
                .filter(series -> series.months().containsKey(month))
                .map(series -> series.sheet() + "!" + series.requireCell(month).ref())
                .toList());
  }

  /// The row that fits its other months best once the gap is put right in it.
  private Optional<Series> suspect(List<Flow> flows, YearMonth month, BigDecimal gap) {
    return flows.stream()
        .map(flow -> new Suspicion(flow.series(), gain(flows, flow, month, gap)))
        .max(Comparator.comparing(Suspicion::gain))
        .filter(best -> best.gain().signum() > 0)
        .map(Suspicion::series);
  }

  private record Suspicion(Series series, BigDecimal gain) {}

  /// How much closer a row comes to its usual part of the supply when it takes the gap, against how
  /// far rows spread.
  private BigDecimal gain(List<Flow> flows, Flow flow, YearMonth month, BigDecimal gap) {
    Map<YearMonth, BigDecimal> shares = new TreeMap<>();
    for (YearMonth each : flow.series().values().keySet()) {
      BigDecimal supply = sum(flows, true, each);
      if (supply.signum() > 0) {
        shares.put(each, share(flows, flow, each, BigDecimal.ZERO));
      }
    }
    BigDecimal written = shares.remove(month);
    if (written == null || shares.isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigDecimal usual = Median.of(shares.values());
    BigDecimal spread =
        Median.of(shares.values().stream().map(share -> share.subtract(usual).abs()).toList());
    BigDecimal corrected = share(flows, flow, month, flow.in() ? gap.negate() : gap);
    BigDecimal closer = written.subtract(usual).abs().subtract(corrected.subtract(usual).abs());
    return spread.signum() == 0 ? BigDecimal.ZERO : closer.divide(spread, MathContext.DECIMAL32);
  }

  private BigDecimal share(List<Flow> flows, Flow flow, YearMonth month, BigDecimal correction) {
    BigDecimal value = view.valueIn(flow.series(), month, flows.getFirst().series());
    return value.add(correction).divide(sum(flows, true, month), MathContext.DECIMAL64);
  }
}
