package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What an enterprise wants to see beside a result: intensities, and the split by process.
@Repository
class DisplayStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  DisplayStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void deleteIntensities(EnterpriseId enterprise, String method) {
    jdbc.sql(
            """
            delete from inventory.intensity
             where enterprise_id = :enterpriseId
               and method        = :method
            """)
        .param("enterpriseId", enterprise.value())
        .param("method", method)
        .update();
  }

  void insertIntensity(
      EnterpriseId enterprise, String method, int position, IntensityDefinition definition) {
    jdbc.sql(
            """
            insert into inventory.intensity (enterprise_id, method, position, definition)
            values (:enterpriseId, :method, :position, :definition::jsonb)
            """)
        .param("enterpriseId", enterprise.value())
        .param("method", method)
        .param("position", position)
        .param("definition", json.writeValueAsString(definition))
        .update();
  }

  List<IntensityDefinition> listIntensities(EnterpriseId enterprise, String method) {
    return jdbc.sql(
            """
            select definition
              from inventory.intensity
             where enterprise_id = :enterpriseId
               and method        = :method
             order by position
            """)
        .param("enterpriseId", enterprise.value())
        .param("method", method)
        .query(
            (row, number) -> json.readValue(row.getString("definition"), IntensityDefinition.class))
        .list();
  }

  void putSplit(EnterpriseId enterprise, String method, ProcessSplit split) {
    jdbc.sql(
            """
            insert into inventory.process_split (enterprise_id, method, definition)
            values (:enterpriseId, :method, :definition::jsonb)
                on conflict (enterprise_id, method) do update set definition = excluded.definition
            """)
        .param("enterpriseId", enterprise.value())
        .param("method", method)
        .param("definition", json.writeValueAsString(split))
        .update();
  }

  Optional<ProcessSplit> findSplit(EnterpriseId enterprise, String method) {
    return jdbc.sql(
            """
            select definition
              from inventory.process_split
             where enterprise_id = :enterpriseId
               and method        = :method
            """)
        .param("enterpriseId", enterprise.value())
        .param("method", method)
        .query((row, number) -> json.readValue(row.getString("definition"), ProcessSplit.class))
        .optional();
  }
}
