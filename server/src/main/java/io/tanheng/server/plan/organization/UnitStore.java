package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.plan.organization.BoundaryUnit.Description;
import io.tanheng.server.plan.organization.BoundaryUnit.TechnicalParameter;
import io.tanheng.server.plan.organization.BoundaryUnit.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Units of the boundary and every state they have been in.
@Repository
class UnitStore {
  private static final TypeReference<List<TechnicalParameter>> PARAMETERS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  UnitStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Until the end of the transaction nobody else changes this tree.
  void lockTree(EnterpriseId enterprise) {
    jdbc.sql(
            """
            select 1
              from organization.enterprise
             where enterprise_id = :enterprise
               for update
            """)
        .param("enterprise", enterprise.value())
        .query(Integer.class)
        .optional();
  }

  void insert(EnterpriseId enterprise, BoundaryUnit unit, CallContext call) {
    jdbc.sql(
            """
            insert into organization.unit
                   (unit_id, enterprise_id, kind, parent_id, code, name, name_en,
                    technical_parameters, valid_from, valid_to, version, changed_by, changed_at,
                    reason)
            values (:id, :enterprise, :kind, :parent, :code, :name, :nameEn,
                    :parameters::jsonb, :from, :to, 1, :by, :at, :reason)
            """)
        .params(params(enterprise, unit, call))
        .update();
  }

  /// False when the version has moved on.
  boolean update(EnterpriseId enterprise, BoundaryUnit unit, CallContext call) {
    return jdbc.sql(
                """
                update organization.unit
                   set parent_id = :parent, code = :code, name = :name, name_en = :nameEn,
                       technical_parameters = :parameters::jsonb, valid_from = :from,
                       valid_to = :to, version = version + 1, changed_by = :by,
                       changed_at = :at, reason = :reason
                 where enterprise_id = :enterprise
                   and unit_id = :id
                   and version = :version
                """)
            .params(params(enterprise, unit, call))
            .update()
        == 1;
  }

  private Map<String, @Nullable Object> params(
      EnterpriseId enterprise, BoundaryUnit unit, CallContext call) {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("id", unit.id().value());
    params.put("enterprise", enterprise.value());
    params.put("kind", unit.kind().name());
    UnitId parent = unit.parent();
    params.put("parent", parent == null ? null : parent.value());
    params.put("code", unit.description().code());
    params.put("name", unit.description().name());
    params.put("nameEn", unit.description().nameEn());
    params.put("parameters", json.writeValueAsString(unit.description().technicalParameters()));
    params.put("from", unit.validity().from());
    params.put("to", unit.validity().to());
    params.put("version", unit.version());
    params.put("by", call.account().value());
    params.put("at", SqlTime.of(call.time()));
    params.put("reason", call.reason().orElse(null));
    return params;
  }

  void insertRevision(EnterpriseId enterprise, UnitId id) {
    jdbc.sql(
            """
            insert into organization.unit_revision
                   (unit_id, enterprise_id, kind, parent_id, code, name, name_en,
                    technical_parameters, valid_from, valid_to, version, changed_by, changed_at,
                    reason)
            select unit_id, enterprise_id, kind, parent_id, code, name, name_en,
                   technical_parameters, valid_from, valid_to, version, changed_by, changed_at,
                   reason
              from organization.unit
             where enterprise_id = :enterprise
               and unit_id = :id
            """)
        .param("enterprise", enterprise.value())
        .param("id", id.value())
        .update();
  }

  Optional<BoundaryUnit> find(EnterpriseId enterprise, UnitId id) {
    return jdbc.sql(
            """
            select unit_id, kind, parent_id, code, name, name_en, technical_parameters,
                   valid_from, valid_to, version
              from organization.unit
             where enterprise_id = :enterprise
               and unit_id = :id
            """)
        .param("enterprise", enterprise.value())
        .param("id", id.value())
        .query(this::toUnit)
        .optional();
  }

  /// Sites first, then processes, then facilities; by code within a kind.
  List<BoundaryUnit> list(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select unit_id, kind, parent_id, code, name, name_en, technical_parameters,
                   valid_from, valid_to, version
              from organization.unit
             where enterprise_id = :enterprise
             order by array_position(array['SITE', 'PROCESS', 'FACILITY'], kind), code, unit_id
            """)
        .param("enterprise", enterprise.value())
        .query(this::toUnit)
        .list();
  }

  List<BoundaryUnit> listChildren(EnterpriseId enterprise, UnitId parent) {
    return jdbc.sql(
            """
            select unit_id, kind, parent_id, code, name, name_en, technical_parameters,
                   valid_from, valid_to, version
              from organization.unit
             where enterprise_id = :enterprise
               and parent_id = :parent
             order by code, unit_id
            """)
        .param("enterprise", enterprise.value())
        .param("parent", parent.value())
        .query(this::toUnit)
        .list();
  }

  /// Whether `candidate` is `unit` itself or stands anywhere below it.
  boolean isWithin(EnterpriseId enterprise, UnitId unit, UnitId candidate) {
    return jdbc.sql(
            """
            with recursive below as (
              select unit_id
                from organization.unit
               where enterprise_id = :enterprise
                 and unit_id = :unit
               union
              select child.unit_id
                from organization.unit child
                join below
                  on child.parent_id = below.unit_id
               where child.enterprise_id = :enterprise
            )
            select exists (select 1 from below where unit_id = :candidate)
            """)
        .param("enterprise", enterprise.value())
        .param("unit", unit.value())
        .param("candidate", candidate.value())
        .query(Boolean.class)
        .single();
  }

  List<UnitRevision> listRevisions(EnterpriseId enterprise, UnitId id) {
    return jdbc.sql(
            """
            select unit_id, kind, parent_id, code, name, name_en, technical_parameters,
                   valid_from, valid_to, version, changed_by, changed_at, reason
              from organization.unit_revision
             where enterprise_id = :enterprise
               and unit_id = :id
             order by version desc
            """)
        .param("enterprise", enterprise.value())
        .param("id", id.value())
        .query((row, number) ->
            new UnitRevision(
                toUnit(row, number),
                new AccountId(row.getObject("changed_by", UUID.class)),
                SqlTime.require(row, "changed_at"),
                row.getString("reason")))
        .list();
  }

  private BoundaryUnit toUnit(ResultSet row, int number) throws SQLException {
    UUID parent = row.getObject("parent_id", UUID.class);
    return new BoundaryUnit(
        new UnitId(row.getObject("unit_id", UUID.class)),
        UnitKind.valueOf(row.getString("kind")),
        parent == null ? null : new UnitId(parent),
        new Description(
            row.getString("code"),
            row.getString("name"),
            row.getString("name_en"),
            json.readValue(row.getString("technical_parameters"), PARAMETERS)),
        new Validity(
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class)),
        row.getLong("version"));
  }
}
