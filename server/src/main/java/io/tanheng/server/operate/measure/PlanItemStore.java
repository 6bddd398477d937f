package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Plan items in `measure.plan_item`; what a row was before a change is kept in
/// `measure.plan_item_past`.
@Repository
class PlanItemStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  PlanItemStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<PlanItem> list(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select plan_item_id, definition, version
              from measure.plan_item
             where enterprise_id = :enterpriseId
               and removed_at is null
             order by method, position, plan_item_id
            """)
        .param("enterpriseId", enterprise.value())
        .query(this::toItem)
        .list();
  }

  Optional<PlanItem> find(EnterpriseId enterprise, PlanItemId id) {
    return jdbc.sql(
            """
            select plan_item_id, definition, version
              from measure.plan_item
             where enterprise_id = :enterpriseId
               and plan_item_id  = :planItemId
               and removed_at is null
            """)
        .param("enterpriseId", enterprise.value())
        .param("planItemId", id.value())
        .query(this::toItem)
        .optional();
  }

  void insert(CallContext call, PlanItem item) {
    bind(
            jdbc.sql(
                """
                insert into measure.plan_item
                       (plan_item_id, enterprise_id, use, method, year_from, year_to, position,
                        source, item, definition, version, changed_by, changed_at)
                values (:planItemId, :enterpriseId, :use, :method, :yearFrom, :yearTo, :position,
                        :source, :item, :definition::jsonb, :version, :account, :at)
                """),
            call,
            item)
        .update();
  }

  void keepPast(CallContext call, PlanItemId id) {
    jdbc.sql(
            """
            insert into measure.plan_item_past
                   (plan_item_id, enterprise_id, version, was, ended_by, ended_at, reason)
            select plan_item_id, enterprise_id, version, to_jsonb(p), :account, :at, :reason
              from measure.plan_item p
             where enterprise_id = :enterpriseId
               and plan_item_id  = :planItemId
            """)
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .param("reason", call.why())
        .param("enterpriseId", call.enterprise().value())
        .param("planItemId", id.value())
        .update();
  }

  /// False when the row is not at the version before the given one any more.
  boolean update(CallContext call, PlanItem item) {
    return bind(
                jdbc.sql(
                    """
                    update measure.plan_item
                       set use = :use, method = :method, year_from = :yearFrom, year_to = :yearTo,
                           position = :position, source = :source, item = :item,
                           definition = :definition::jsonb, version = :version,
                           changed_by = :account, changed_at = :at
                     where enterprise_id = :enterpriseId
                       and plan_item_id  = :planItemId
                       and version       = :version - 1
                       and removed_at is null
                    """),
                call,
                item)
            .update()
        == 1;
  }

  /// False when the row is not at the given version any more.
  boolean remove(CallContext call, PlanItemId id, long version) {
    return jdbc.sql(
                """
                update measure.plan_item
                   set removed_at = :at, changed_by = :account, changed_at = :at,
                       version = version + 1
                 where enterprise_id = :enterpriseId
                   and plan_item_id  = :planItemId
                   and version       = :version
                   and removed_at is null
                """)
            .param("at", SqlTime.of(call.time()))
            .param("account", call.account().value())
            .param("enterpriseId", call.enterprise().value())
            .param("planItemId", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  /// Everything a row holds.
  private StatementSpec bind(StatementSpec statement, CallContext call, PlanItem item) {
    NewPlanItem definition = item.definition();
    Year yearTo = definition.yearTo();
    return statement
        .param("planItemId", item.id().value())
        .param("enterpriseId", call.enterprise().value())
        .param("use", definition.use().name())
        .param("method", definition.method())
        .param("yearFrom", definition.yearFrom().getValue())
        .param("yearTo", yearTo == null ? null : yearTo.getValue())
        .param("position", definition.position())
        .param("source", definition.source())
        .param("item", definition.item())
        .param("definition", json.writeValueAsString(PlanItemJson.of(definition)))
        .param("version", item.version())
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()));
  }

  private PlanItem toItem(ResultSet row, int number) throws SQLException {
    PlanItemJson definition = json.readValue(row.getString("definition"), PlanItemJson.class);
    return new PlanItem(
        new PlanItemId(row.getObject("plan_item_id", UUID.class)),
        definition.toItem(),
        row.getInt("version"));
  }
}
