package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.RunFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Base years (基准年, 6.3.3-a): one for each method, changed only with a reason, and the history of
/// results held against it.
@Service
public class BaseYears {
  private final Entries entries;
  private final EntryStore store;
  private final FigureReading figures;

  BaseYears(Entries entries, EntryStore store, FigureReading figures) {
    this.entries = entries;
    this.store = store;
    this.figures = figures;
  }

  /// The year the results of a method are compared with.
  @Transactional(readOnly = true)
  public Optional<Integer> find(EnterpriseId enterprise, String method) {
    return current(enterprise, method).map(entry -> entry.content().year());
  }

  Optional<Entry<BaseYearContent>> current(EnterpriseId enterprise, String method) {
    return entries.list(enterprise, Entry.Kind.BASE_YEAR, BaseYearContent.class).stream()
        .filter(entry -> entry.content().method().equals(method))
        .findFirst();
  }

  /// Every choice of a base year, the first one first.
  List<Entry<BaseYearContent>> versions(EnterpriseId enterprise, String method) {
    return current(enterprise, method)
        .map(entry -> store.versions(enterprise, entry.id(), BaseYearContent.class))
        .orElse(List.of());
  }

  /// The current result of every whole year.
  List<RunFigures> history(EnterpriseId enterprise, String method) {
    return figures.years(enterprise, method);
  }

  /// Chooses the base year, because of the reason of the call.
  ///
  /// @param version of the choice so far, 0 for the first
  @Transactional
  Entry<BaseYearContent> choose(CallContext call, String method, int year, long version) {
    if (call.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
      throw new ProblemException(EvaluationProblem.BASE_YEAR_REASON);
    }
    RunFigures run =
        figures.years(call.enterprise(), method).stream()
            .filter(one -> one.period().year().getValue() == year)
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    EvaluationProblem.BASE_YEAR_WITHOUT_RESULT, Map.of("year", year)));
    BaseYearContent content = new BaseYearContent(method, year, run.id().value());
    Optional<Entry<BaseYearContent>> before = current(call.enterprise(), method);
    if (before.isEmpty() && version == 0) {
      return entries.add(call, Entry.Kind.BASE_YEAR, method, content, BaseYearContent.class);
    }
    if (before.isEmpty()) {
      throw new ProblemException(EvaluationProblem.ENTRY_UNKNOWN);
    }
    return entries.change(
        call,
        Entry.Kind.BASE_YEAR,
        before.get().id(),
        version,
        method,
        content,
        BaseYearContent.class);
  }
}
