package io.tanheng.server.demo;

import io.tanheng.server.foundation.wire.SqlTime;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Remembers finished steps across starts.
@Repository
@Profile("demo")
class DemoStepStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  DemoStepStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Set<String> finished() {
    return new HashSet<>(
        jdbc.sql(
                """
                select step
                  from demo.finished_step
                 order by step
                """)
            .query(String.class)
            .list());
  }

  void finish(String step) {
    jdbc.sql(
            """
            insert into demo.finished_step (step, finished_at)
            values (:step, :finishedAt)
                on conflict (step) do nothing
            """)
        .param("step", step)
        .param("finishedAt", SqlTime.of(clock.instant()))
        .update();
  }
}
