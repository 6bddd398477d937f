package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.InventoryPeriod;
import io.tanheng.server.operate.inventory.RunFigures;
import io.tanheng.units.Units;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Missing data (数据缺失, 6.3.1-d): the replacements found in a run, and the record people keep of
/// each gap with the way that was allowed.
@Service
public class DataGaps {
  /// Flags of a run that stand for a value that was not there. A plain default is none: the method
  /// provides it for everybody.
  private static final Set<String> REPLACED =
      Set.of("replaced-missing", "penalty-default", "conservative-zero");

  private final Entries entries;
  private final FigureReading figures;

  DataGaps(Entries entries, FigureReading figures) {
    this.entries = entries;
    this.figures = figures;
  }

  RunFigures run(EnterpriseId enterprise, InventoryId id) {
    return figures.require(enterprise, id);
  }

  /// Items of the run with a value in place of a missing one.
  static List<RunFigures.Flagged> found(RunFigures run) {
    return run.flagged().stream().filter(one -> REPLACED.contains(one.code())).toList();
  }

  /// The gaps recorded for the method in the months of the run.
  List<Entry<DataGapContent>> list(EnterpriseId enterprise, RunFigures run) {
    InventoryPeriod period = run.period();
    return entries.list(enterprise, Entry.Kind.DATA_GAP, DataGapContent.class).stream()
        .filter(entry -> entry.content().method().equals(run.method()))
        .filter(entry ->
            !entry.content().to().isBefore(period.from())
                && !entry.content().from().isAfter(period.to()))
        .toList();
  }

  /// Records a gap of a run.
  Entry<DataGapContent> record(CallContext call, DataGapContent gap) {
    require(call.enterprise(), gap);
    return entries.add(call, Entry.Kind.DATA_GAP, gap.subject(), gap, DataGapContent.class);
  }

  Entry<DataGapContent> change(CallContext call, EntryId id, long version, DataGapContent gap) {
    require(call.enterprise(), gap);
    return entries.change(
        call, Entry.Kind.DATA_GAP, id, version, gap.subject(), gap, DataGapContent.class);
  }

  Entry<DataGapContent> accept(CallContext call, EntryId id, long version) {
    return entries.accept(call, Entry.Kind.DATA_GAP, id, version, DataGapContent.class);
  }

  void withdraw(CallContext call, EntryId id, long version) {
    entries.withdraw(call, Entry.Kind.DATA_GAP, id, version, DataGapContent.class);
  }

  /// What a symbol of the gap's source is called.
  Text symbolName(DataGapContent gap) {
    return figures.symbolName(gap.method(), gap.source(), String.valueOf(gap.symbol()));
  }

  private void require(EnterpriseId enterprise, DataGapContent gap) {
    RunFigures run = figures.require(enterprise, new InventoryId(gap.inventoryId()));
    if (run.sources().stream().noneMatch(source -> source.key().equals(gap.source()))) {
      throw new ProblemException(
          EvaluationProblem.SOURCE_UNKNOWN,
          Map.of(
              "source", gap.source(),
              "method", run.methodNumber(),
              "known",
                  String.join(", ", run.sources().stream().map(RunFigures.Source::key).toList())));
    }
    InventoryPeriod period = run.period();
    if (gap.from().isAfter(gap.to())
        || gap.from().isBefore(period.from())
        || gap.to().isAfter(period.to())) {
      throw new ProblemException(
          EvaluationProblem.GAP_MONTHS,
          Map.of("from", period.from().toString(), "to", period.to().toString()));
    }
    if ((gap.value() == null) != (gap.unit() == null)) {
      throw new ProblemException(EvaluationProblem.VALUE_WITHOUT_UNIT);
    }
    if (gap.unit() != null && Units.standard().parse(gap.unit()).find().isEmpty()) {
      throw new ProblemException(EvaluationProblem.UNIT_UNKNOWN, Map.of("unit", gap.unit()));
    }
  }
}
