package io.tanheng.server.demo;

import io.tanheng.server.foundation.problem.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// How far the sample data have been entered; shown on the console and at `GET /demo/progress`.
@Component
@Profile("demo")
class DemoProgress {
  private static final Logger log = LoggerFactory.getLogger(DemoProgress.class);

  private final Clock clock;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;
  private @Nullable Text failure;

  DemoProgress(Clock clock) {
    this.clock = clock;
  }

  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  record Step(String key, Text name, int done, int total, State state) {}

  record Snapshot(
      boolean active,
      boolean finished,
      @Nullable Text failed,
      List<Step> steps,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {}

  synchronized void plan(List<Step> planned) {
    steps.clear();
    steps.addAll(planned);
    startedAt = clock.instant();
    finishedAt = null;
    failure = null;
  }

  synchronized void advance(String key, int done, int total) {
    State state = done >= total ? State.DONE : State.RUNNING;
    set(key, done, total, state);
    if (state == State.DONE) {
      Step step = find(key);
      log.info("[{}] {} {}/{}", position(key), step.name().en(), done, total);
    }
  }

  synchronized void fail(String key, Text message) {
    Step step = find(key);
    set(key, step.done(), step.total(), State.FAILED);
    failure = message;
    finishedAt = clock.instant();
  }

  synchronized void failAll(Text message) {
    failure = message;
    finishedAt = clock.instant();
  }

  synchronized void finish() {
    finishedAt = clock.instant();
  }

  synchronized Snapshot snapshot() {
    boolean finished = finishedAt != null && failure == null;
    boolean active = finishedAt == null;
    return new Snapshot(active, finished, failure, List.copyOf(steps), startedAt, finishedAt);
  }

  private void set(String key, int done, int total, State state) {
    Step old = find(key);
    steps.set(steps.indexOf(old), new Step(key, old.name(), done, total, state));
  }

  private Step find(String key) {
    return steps.stream().filter(step -> step.key().equals(key)).findFirst().orElseThrow();
  }

  private String position(String key) {
    return (steps.indexOf(find(key)) + 1) + "/" + steps.size();
  }
}
