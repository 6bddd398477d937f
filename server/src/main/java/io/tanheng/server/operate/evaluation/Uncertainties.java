package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.inventory.Estimation;
import io.tanheng.server.operate.inventory.FigureReading;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.MethodSource;
import io.tanheng.server.operate.inventory.RunFigures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Uncertainty of results (不确定度, 6.3.3-d): what people know of their values, and the estimates made
/// of it.
@Service
public class Uncertainties {
  private final Entries entries;
  private final EstimateStore store;
  private final EstimateWorker worker;
  private final Estimation estimation;
  private final FigureReading figures;
  private final Inventories inventories;

  Uncertainties(
      Entries entries,
      EstimateStore store,
      EstimateWorker worker,
      Estimation estimation,
      FigureReading figures,
      Inventories inventories) {
    this.entries = entries;
    this.store = store;
    this.worker = worker;
    this.estimation = estimation;
    this.figures = figures;
    this.inventories = inventories;
  }

  /// The entries of a method, in the order in which a value asks them.
  List<Entry<UncertainInput>> inputs(EnterpriseId enterprise, String method) {
    return entries.list(enterprise, Entry.Kind.UNCERTAINTY, UncertainInput.class).stream()
        .filter(entry -> entry.content().method().equals(method))
        .sorted(UncertainInput.CLOSEST_FIRST)
        .toList();
  }

  /// The correlations of a method whose two entries both hold.
  List<Entry<CorrelatedInputs>> correlations(EnterpriseId enterprise, String method) {
    List<Entry<UncertainInput>> inputs = inputs(enterprise, method);
    return entries.list(enterprise, Entry.Kind.CORRELATION, CorrelatedInputs.class).stream()
        .filter(entry -> entry.content().method().equals(method))
        .filter(entry ->
            inputs.stream().filter(input -> entry.content().names(input.id())).count() == 2)
        .toList();
  }

  /// The values of a run that may be uncertain.
  List<Estimation.Doubtful> values(EnterpriseId enterprise, InventoryId run) {
    return estimation.doubtful(enterprise, run);
  }

  Entry<UncertainInput> enter(CallContext call, UncertainInput input) {
    requireSource(input);
    return entries.add(call, Entry.Kind.UNCERTAINTY, input.subject(), input, UncertainInput.class);
  }

  Entry<UncertainInput> change(CallContext call, EntryId id, long version, UncertainInput input) {
    requireSource(input);
    return entries.change(
        call, Entry.Kind.UNCERTAINTY, id, version, input.subject(), input, UncertainInput.class);
  }

  void withdraw(CallContext call, EntryId id, long version) {
    entries.withdraw(call, Entry.Kind.UNCERTAINTY, id, version, UncertainInput.class);
  }

  private void requireSource(UncertainInput input) {
    List<String> known =
        inventories.sources(input.method()).stream().map(MethodSource::key).toList();
    if (input.source() != null && !known.contains(input.source())) {
      throw new ProblemException(
          EvaluationProblem.SOURCE_UNKNOWN,
          Map.of(
              "source", input.source(),
              "method", inventories.numberOf(input.method()),
              "known", String.join(", ", known)));
    }
  }

  Entry<CorrelatedInputs> correlate(CallContext call, CorrelatedInputs pair) {
    if (pair.input().equals(pair.other())) {
      throw new ProblemException(EvaluationProblem.CORRELATED_WITH_ITSELF);
    }
    long known =
        inputs(call.enterprise(), pair.method()).stream()
            .filter(input -> pair.names(input.id()))
            .count();
    if (known != 2) {
      throw new ProblemException(EvaluationProblem.ENTRY_UNKNOWN);
    }
    return entries.put(call, Entry.Kind.CORRELATION, pair.subject(), pair, CorrelatedInputs.class);
  }

  void withdrawCorrelation(CallContext call, EntryId id, long version) {
    entries.withdraw(call, Entry.Kind.CORRELATION, id, version, CorrelatedInputs.class);
  }

  List<Estimate> estimates(CallContext call, InventoryId run) {
    figures.require(call.enterprise(), run);
    return store.list(call.enterprise(), run, call.time());
  }

  Estimate estimate(CallContext call, EstimateId id) {
    return store
        .find(call.enterprise(), id, call.time())
        .orElseThrow(() -> new ProblemException(EvaluationProblem.ESTIMATE_UNKNOWN));
  }

  /// Asks for an estimate with the entries as they are; it runs after this returns.
  ///
  /// @param seed absent for one by chance; it is kept either way
  Estimate ask(CallContext call, InventoryId id, int trials, @Nullable Integer seed) {
    RunFigures run = figures.require(call.enterprise(), id);
    List<Entry<UncertainInput>> inputs = inputs(call.enterprise(), run.method());
    if (inputs.isEmpty()) {
      throw new ProblemException(EvaluationProblem.NOTHING_UNCERTAIN);
    }
    estimation.requireSameEdition(call.enterprise(), id);
    if (worker.isFull()) {
      throw new ProblemException(EvaluationProblem.TOO_MANY_ESTIMATES);
    }
    Estimate asked =
        new Estimate(
            EstimateId.next(),
            id,
            trials,
            seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed,
            plan(call.enterprise(), run.method()),
            call.account(),
            call.time(),
            0,
            Estimate.State.RUNNING,
            null,
            null);
    store.insert(call.enterprise(), asked);
    worker.submit(call.enterprise(), asked, run.total().unit());
    return asked;
  }

  /// The entries of a method as they are, the way an estimate keeps them.
  Estimate.Plan plan(EnterpriseId enterprise, String method) {
    return new Estimate.Plan(
        inputs(enterprise, method).stream()
            .map(entry ->
                new Estimate.PlannedInput(entry.id().value(), entry.version(), entry.content()))
            .toList(),
        correlations(enterprise, method).stream().map(Entry::content).toList());
  }

  /// The method of the run an estimate is of.
  String methodOf(EnterpriseId enterprise, InventoryId run) {
    return figures.require(enterprise, run).method();
  }
}
