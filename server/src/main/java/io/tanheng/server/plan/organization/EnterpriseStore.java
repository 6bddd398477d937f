package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.plan.organization.Enterprise.Profile;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Groups, enterprises and their accounting years.
@Repository
class EnterpriseStore {
  private final JdbcClient jdbc;

  EnterpriseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Group(GroupId id, Text name) {}

  void insertGroup(Group group) {
    jdbc.sql(
            """
            insert into organization.company_group (group_id, name, name_en)
            values (:id, :name, :nameEn)
            """)
        .param("id", group.id().value())
        .param("name", group.name().zh())
        .param("nameEn", group.name().en())
        .update();
  }

  List<Group> listGroups() {
    return jdbc.sql(
            """
            select group_id, name, name_en
              from organization.company_group
             order by name, group_id
            """)
        .query((row, _) ->
            new Group(
                new GroupId(row.getObject("group_id", UUID.class)),
                new Text(row.getString("name"), row.getString("name_en"))))
        .list();
  }

  boolean groupExists(GroupId id) {
    return jdbc.sql("select exists (select 1 from organization.company_group where group_id = :id)")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /// Fails with a duplicate key where the credit code is taken.
  void insert(EnterpriseId id, @Nullable GroupId group, Profile profile, CallContext call) {
    jdbc.sql(
            """
            insert into organization.enterprise
                   (enterprise_id, group_id, name, name_en, credit_code, sector, industry_code,
                    address, zone, methods, boundary, version, changed_by, changed_at, reason)
            values (:id, :group, :name, :nameEn, :creditCode, :sector, :industryCode,
                    :address, :zone, :methods, :boundary, 1, :by, :at, :reason)
            """)
        .param("id", id.value())
        .param("group", group == null ? null : group.value())
        .param("name", profile.name().zh())
        .param("nameEn", profile.name().en())
        .param("creditCode", profile.creditCode())
        .param("sector", profile.sector().name())
        .param("industryCode", profile.industryCode())
        .param("address", profile.address())
        .param("zone", profile.zone().getId())
        .param("methods", profile.methods().toArray(String[]::new))
        .param("boundary", profile.boundary())
        .param("by", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .param("reason", call.reason().orElse(null))
        .update();
  }

  /// False when the version has moved on.
  boolean update(
      EnterpriseId id, long version, @Nullable GroupId group, Profile profile, CallContext call) {
    return jdbc.sql(
                """
                update organization.enterprise
                   set group_id = :group, name = :name, name_en = :nameEn,
                       credit_code = :creditCode, sector = :sector,
                       industry_code = :industryCode, address = :address, zone = :zone,
                       methods = :methods, boundary = :boundary, version = version + 1,
                       changed_by = :by, changed_at = :at, reason = :reason
                 where enterprise_id = :id
                   and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("group", group == null ? null : group.value())
            .param("name", profile.name().zh())
            .param("nameEn", profile.name().en())
            .param("creditCode", profile.creditCode())
            .param("sector", profile.sector().name())
            .param("industryCode", profile.industryCode())
            .param("address", profile.address())
            .param("zone", profile.zone().getId())
            .param("methods", profile.methods().toArray(String[]::new))
            .param("boundary", profile.boundary())
            .param("by", call.account().value())
            .param("at", SqlTime.of(call.time()))
            .param("reason", call.reason().orElse(null))
            .update()
        == 1;
  }

  /// Keeps the enterprise as it is now among its revisions.
  void insertRevision(EnterpriseId id) {
    jdbc.sql(
            """
            insert into organization.enterprise_revision
                   (enterprise_id, group_id, name, name_en, credit_code, sector, industry_code,
                    address, zone, methods, boundary, version, changed_by, changed_at, reason)
            select enterprise_id, group_id, name, name_en, credit_code, sector, industry_code,
                   address, zone, methods, boundary, version, changed_by, changed_at, reason
              from organization.enterprise
             where enterprise_id = :id
            """)
        .param("id", id.value())
        .update();
  }

  List<Enterprise> list(Collection<EnterpriseId> ids) {
    return jdbc.sql(
            """
            select e.enterprise_id, e.group_id, e.name, e.name_en, e.credit_code, e.sector,
                   e.industry_code, e.address, e.zone, e.methods, e.boundary, e.version,
                   array(select y.year
                           from organization.accounting_year y
                          where y.enterprise_id = e.enterprise_id
                          order by y.year desc) as years
              from organization.enterprise e
             where e.enterprise_id = any (:ids)
             order by e.name, e.enterprise_id
            """)
        .param("ids", ids.stream().map(EnterpriseId::value).toArray(UUID[]::new))
        .query(EnterpriseStore::toEnterprise)
        .list();
  }

  List<EnterpriseId> listIds() {
    return jdbc.sql(
            """
            select enterprise_id
              from organization.enterprise
             order by name, enterprise_id
            """)
        .query((row, _) -> new EnterpriseId(row.getObject("enterprise_id", UUID.class)))
        .list();
  }

  void insertYear(EnterpriseId id, int year) {
    jdbc.sql(
            """
            insert into organization.accounting_year (enterprise_id, year)
            values (:id, :year)
                on conflict do nothing
            """)
        .param("id", id.value())
        .param("year", year)
        .update();
  }

  private static Enterprise toEnterprise(ResultSet row, int number) throws SQLException {
    UUID group = row.getObject("group_id", UUID.class);
    return new Enterprise(
        new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
        group == null ? null : new GroupId(group),
        new Profile(
            new Text(row.getString("name"), row.getString("name_en")),
            row.getString("credit_code"),
            Sector.valueOf(row.getString("sector")),
            row.getString("industry_code"),
            row.getString("address"),
            ZoneId.of(row.getString("zone")),
            List.of((String[]) array(row, "methods")),
            row.getString("boundary")),
        Arrays.asList((Integer[]) array(row, "years")),
        row.getLong("version"));
  }

  private static Object array(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    try {
      return array.getArray();
    } finally {
      array.free();
    }
  }
}
