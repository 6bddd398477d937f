package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Factors found in the stored traces of rows.
@Repository
class FactorUseStore {
  private final JdbcClient jdbc;

  FactorUseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An item of a run whose rows use a factor.
  record Row(UUID run, String source, String item, @Nullable String facility) {}

  List<Row> list(EnterpriseId enterprise, FactorRef factor) {
    return jdbc.sql(
            """
            select r.run_id, r.source, r.item, r.facility
              from inventory.run_row r
              join inventory.run run
                on run.run_id        = r.run_id
               and run.enterprise_id = r.enterprise_id
             where r.enterprise_id = :enterpriseId
               and jsonb_path_exists(
                     r.trace,
                     'strict $.**.factor ? (@.table == $t && @.row == $r && @.column == $c)',
                     jsonb_build_object('t', :table::text, 'r', :row::text, 'c', :column::text),
                     true)
             group by r.run_id, run.number, r.source, r.item, r.facility
             order by run.number desc, r.source, r.item, r.facility
            """)
        .param("enterpriseId", enterprise.value())
        .param("table", factor.table())
        .param("row", factor.row())
        .param("column", factor.column())
        .query((row, _) ->
            new Row(
                row.getObject("run_id", UUID.class),
                row.getString("source"),
                row.getString("item"),
                row.getString("facility")))
        .list();
  }

  Map<String, Integer> count(EnterpriseId enterprise) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql(
            """
            select used.factor, count(*) as figures
              from (select distinct r.run_id, r.source, r.item, r.facility,
                           (f ->> 'table') || '#' || (f ->> 'row') || '.' || (f ->> 'column')
                             as factor
                      from inventory.run_row r,
                           jsonb_path_query(r.trace, 'strict $.**.factor', '{}', true) f
                     where r.enterprise_id = :enterpriseId
                       and jsonb_typeof(f) = 'object'
                       and not exists (select 1
                                         from inventory.run later
                                        where later.enterprise_id = r.enterprise_id
                                          and later.supersedes = r.run_id)) used
             group by used.factor
            """)
        .param("enterpriseId", enterprise.value())
        .query(row -> {
          counts.put(row.getString("factor"), row.getInt("figures"));
        });
    return counts;
  }
}
