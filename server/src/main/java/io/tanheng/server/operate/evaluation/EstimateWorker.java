package io.tanheng.server.operate.evaluation;

import io.tanheng.accounting.ResultJson;
import io.tanheng.accounting.Uncertainty;
import io.tanheng.accounting.UncertaintyPlan;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.inventory.Estimation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Runs estimates one after the other, so that nobody waits in a request and they do not take the
/// processors from each other.
@Component
class EstimateWorker implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(EstimateWorker.class);

  /// Estimates that may wait; more are refused at once.
  private static final int WAITING = 20;

  private static final long TELL_EVERY_MILLIS = 500;
  private static final int CONTRIBUTORS = 50;

  private final ThreadPoolExecutor thread;
  private final Estimation estimation;
  private final EstimateStore store;
  private final Clock clock;

  EstimateWorker(Estimation estimation, EstimateStore store, Clock clock) {
    this.estimation = estimation;
    this.store = store;
    this.clock = clock;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("estimates-", 0).factory());
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }

  boolean isFull() {
    return thread.getQueue().remainingCapacity() == 0;
  }

  void submit(EnterpriseId enterprise, Estimate estimate, String unit) {
    try {
      thread.execute(() -> run(enterprise, estimate, unit));
    } catch (RejectedExecutionException e) {
      store.finish(
          enterprise,
          estimate.id(),
          null,
          EvaluationProblem.TOO_MANY_ESTIMATES.key(),
          clock.instant());
    }
  }

  private void run(EnterpriseId enterprise, Estimate estimate, String unit) {
    EstimateId id = estimate.id();
    try {
      store.tell(enterprise, id, 0, clock.instant());
      Uncertainty found =
          estimation.estimate(
              enterprise,
              estimate.run(),
              plan(estimate),
              estimate.trials(),
              estimate.seed(),
              new Teller(enterprise, id)::done);
      store.finish(enterprise, id, result(found, unit), null, clock.instant());
    } catch (IllegalArgumentException impossible) {
      LOG.info("estimate {}: {}", id, impossible.getMessage());
      fail(enterprise, id, EvaluationProblem.CORRELATION_IMPOSSIBLE.key());
    } catch (ProblemException refused) {
      fail(enterprise, id, refused.code().key());
    } catch (RuntimeException bug) {
      LOG.error("estimate {} failed", id, bug);
      fail(enterprise, id, EvaluationProblem.ESTIMATE_FAILED.key());
    }
  }

  private void fail(EnterpriseId enterprise, EstimateId id, String code) {
    store.finish(enterprise, id, null, code, clock.instant());
  }

  private static UncertaintyPlan plan(Estimate estimate) {
    List<UncertaintyPlan.Rule> rules =
        estimate.plan().inputs().stream()
            .map(one -> one.input().toRule(new EntryId(one.id())))
            .toList();
    List<UncertaintyPlan.Correlation> correlations =
        estimate.plan().correlations().stream()
            .map(one ->
                new UncertaintyPlan.Correlation(
                    one.input().toString(),
                    one.other().toString(),
                    one.coefficient().doubleValue()))
            .toList();
    return new UncertaintyPlan(rules, correlations);
  }

  private static Estimate.Result result(Uncertainty found, String unit) {
    var trials = found.simulated();
    var histogram = trials.histogram();
    List<Estimate.OfSource> sources = new ArrayList<>();
    found
        .sources()
        .values()
        .forEach(one ->
            sources.add(
                new Estimate.OfSource(one.key(), number(one.value()), interval(one.propagated()))));
    return new Estimate.Result(
        unit,
        number(found.value()),
        interval(found.propagated()),
        new Estimate.Simulated(
            number(trials.mean()),
            number(trials.deviation()),
            number(trials.low()),
            number(trials.median()),
            number(trials.high()),
            number(trials.lowPercent()),
            number(trials.highPercent()),
            new Estimate.Histogram(
                number(histogram.lower()), number(histogram.width()), histogram.counts())),
        sources,
        found.contributors().stream()
            .limit(CONTRIBUTORS)
            .map(one ->
                new Estimate.Contribution(
                    UUID.fromString(one.rule()),
                    one.source(),
                    one.item(),
                    one.symbol(),
                    number(one.deviation()),
                    number(one.share() * 100)))
            .toList());
  }

  private static Estimate.Interval interval(Uncertainty.Propagated propagated) {
    return new Estimate.Interval(
        number(propagated.half()), number(propagated.percent()), propagated.grade().name());
  }

  private static String number(double value) {
    return ResultJson.number(value);
  }

  /// Counts trials of all threads and writes them down now and then.
  private final class Teller {
    private final EnterpriseId enterprise;
    private final EstimateId id;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong told = new AtomicLong(clock.millis());

    Teller(EnterpriseId enterprise, EstimateId id) {
      this.enterprise = enterprise;
      this.id = id;
    }

    void done(int count) {
      int now = done.addAndGet(count);
      long last = told.get();
      long time = clock.millis();
      if (time - last >= TELL_EVERY_MILLIS && told.compareAndSet(last, time)) {
        store.tell(enterprise, id, now, clock.instant());
      }
    }
  }
}
