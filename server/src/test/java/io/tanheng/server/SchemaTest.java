package io.tanheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rules about every table there is.
@ApiTest
class SchemaTest {
  /// Tables without data of one enterprise.
  private static final Set<String> WITHOUT_ENTERPRISE =
      Set.of(
          "event.event_publication",
          "identity.account",
          "identity.session",
          "identity.login_guard",
          "identity.setup_token",
          "identity.account_event",
          "organization.company_group",
          "demo.finished_step");

  @Autowired JdbcClient jdbc;

  @Test
  void every_table_with_business_data_names_the_enterprise() {
    List<String> without =
        jdbc.sql(
                """
                select t.table_schema || '.' || t.table_name
                  from information_schema.tables t
                 where t.table_type = 'BASE TABLE'
                   and t.table_schema not in ('pg_catalog', 'information_schema')
                   and t.table_name not like 'flyway%'
                   and not exists (
                         select 1
                           from information_schema.columns c
                          where c.table_schema = t.table_schema
                            and c.table_name = t.table_name
                            and c.column_name = 'enterprise_id')
                 order by 1
                """)
            .query(String.class)
            .list();

    assertThat(without).isSubsetOf(WITHOUT_ENTERPRISE);
  }

  @Test
  void no_table_points_into_the_schema_of_another_module() {
    List<String> across =
        jdbc.sql(
                """
                select child.nspname || '.' || c.conname
                  from pg_constraint c
                  join pg_class table_of on table_of.oid = c.conrelid
                  join pg_namespace child on child.oid = table_of.relnamespace
                  join pg_class target on target.oid = c.confrelid
                  join pg_namespace parent on parent.oid = target.relnamespace
                 where c.contype = 'f'
                   and child.nspname <> parent.nspname
                """)
            .query(String.class)
            .list();

    assertThat(across).isEmpty();
  }

  @Test
  void times_are_points_in_time() {
    List<String> local =
        jdbc.sql(
                """
                select table_schema || '.' || table_name || '.' || column_name
                  from information_schema.columns
                 where data_type = 'timestamp without time zone'
                   and table_schema not in ('pg_catalog', 'information_schema')
                   and table_name not like 'flyway%'
                """)
            .query(String.class)
            .list();

    assertThat(local).isEmpty();
  }

  @Test
  void no_figure_is_a_binary_fraction() {
    List<String> binary =
        jdbc.sql(
                """
                select table_schema || '.' || table_name || '.' || column_name
                  from information_schema.columns
                 where data_type in ('real', 'double precision')
                   and table_schema not in ('pg_catalog', 'information_schema')
                """)
            .query(String.class)
            .list();

    assertThat(binary).isEmpty();
  }
}
