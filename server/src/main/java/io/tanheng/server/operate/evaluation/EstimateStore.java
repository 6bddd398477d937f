package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.inventory.InventoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Estimates, how far they are, and their results.
@Repository
class EstimateStore {
  /// A running estimate tells of itself every second; after this silence nobody runs it any more.
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final int SHOWN = 5;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EstimateStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(EnterpriseId enterprise, Estimate estimate) {
    jdbc.sql(
            """
            insert into evaluation.estimate
                   (estimate_id, enterprise_id, run_id, trials, seed, plan, requested_by,
                    requested_at)
            values (:estimateId, :enterpriseId, :runId, :trials, :seed, :plan::jsonb, :account, :at)
            """)
        .param("estimateId", estimate.id().value())
        .param("enterpriseId", enterprise.value())
        .param("runId", estimate.run().value())
        .param("trials", estimate.trials())
        .param("seed", estimate.seed())
        .param("plan", json.writeValueAsString(estimate.plan()))
        .param("account", estimate.by().value())
        .param("at", SqlTime.of(estimate.at()))
        .update();
  }

  void tell(EnterpriseId enterprise, EstimateId id, int done, Instant at) {
    jdbc.sql(
            """
            insert into evaluation.estimate_progress (estimate_id, enterprise_id, done, told_at)
            values (:estimateId, :enterpriseId, :done, :at)
                on conflict (estimate_id) do update
               set done    = greatest(estimate_progress.done, excluded.done),
                   told_at = excluded.told_at
             where estimate_progress.enterprise_id = excluded.enterprise_id
            """)
        .param("estimateId", id.value())
        .param("enterpriseId", enterprise.value())
        .param("done", done)
        .param("at", SqlTime.of(at))
        .update();
  }

  void finish(
      EnterpriseId enterprise,
      EstimateId id,
      Estimate.@Nullable Result result,
      @Nullable String failure,
      Instant at) {
    jdbc.sql(
            """
            insert into evaluation.estimate_result
                   (estimate_id, enterprise_id, result, failure, finished_at)
            values (:estimateId, :enterpriseId, :result::jsonb, :failure, :at)
            """)
        .param("estimateId", id.value())
        .param("enterpriseId", enterprise.value())
        .param("result", result == null ? null : json.writeValueAsString(result))
        .param("failure", failure)
        .param("at", SqlTime.of(at))
        .update();
  }

  /// The newest estimates of a run, the newest first.
  List<Estimate> list(EnterpriseId enterprise, InventoryId run, Instant now) {
    return jdbc.sql(
            """
            select asked.estimate_id, asked.run_id, asked.trials, asked.seed, asked.plan,
                   asked.requested_by, asked.requested_at, progress.done, progress.told_at,
                   came.result, came.failure
              from evaluation.estimate as asked
              left join evaluation.estimate_progress as progress
                on progress.estimate_id   = asked.estimate_id
               and progress.enterprise_id = asked.enterprise_id
              left join evaluation.estimate_result as came
                on came.estimate_id   = asked.estimate_id
               and came.enterprise_id = asked.enterprise_id
             where asked.enterprise_id = :enterpriseId
               and asked.run_id        = :runId
             order by asked.requested_at desc, asked.estimate_id desc
             limit :limit
            """)
        .param("enterpriseId", enterprise.value())
        .param("runId", run.value())
        .param("limit", SHOWN)
        .query((row, number) -> toEstimate(row, now))
        .list();
  }

  Optional<Estimate> find(EnterpriseId enterprise, EstimateId id, Instant now) {
    return jdbc.sql(
            """
            select asked.estimate_id, asked.run_id, asked.trials, asked.seed, asked.plan,
                   asked.requested_by, asked.requested_at, progress.done, progress.told_at,
                   came.result, came.failure
              from evaluation.estimate as asked
              left join evaluation.estimate_progress as progress
                on progress.estimate_id   = asked.estimate_id
               and progress.enterprise_id = asked.enterprise_id
              left join evaluation.estimate_result as came
                on came.estimate_id   = asked.estimate_id
               and came.enterprise_id = asked.enterprise_id
             where asked.enterprise_id = :enterpriseId
               and asked.estimate_id   = :estimateId
            """)
        .param("enterpriseId", enterprise.value())
        .param("estimateId", id.value())
        .query((row, number) -> toEstimate(row, now))
        .optional();
  }

  private Estimate toEstimate(ResultSet row, Instant now) throws SQLException {
    String result = row.getString("result");
    String failure = row.getString("failure");
    int trials = row.getInt("trials");
    Instant asked = SqlTime.require(row, "requested_at");
    Instant told = row.getObject("told_at") == null ? asked : SqlTime.require(row, "told_at");
    Estimate.State state =
        result != null
            ? Estimate.State.DONE
            : failure != null
                ? Estimate.State.FAILED
                : told.plus(SILENCE).isBefore(now)
                    ? Estimate.State.INTERRUPTED
                    : Estimate.State.RUNNING;
    return new Estimate(
        new EstimateId(row.getObject("estimate_id", UUID.class)),
        new InventoryId(row.getObject("run_id", UUID.class)),
        trials,
        row.getInt("seed"),
        json.readValue(row.getString("plan"), Estimate.Plan.class),
        new AccountId(row.getObject("requested_by", UUID.class)),
        asked,
        result != null ? trials : row.getInt("done"),
        state,
        result == null ? null : json.readValue(result, Estimate.Result.class),
        failure);
  }
}
