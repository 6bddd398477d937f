package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.report.ReportTemplates.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Word templates; only inserts.
@Repository
class TemplateStore {
  private static final TypeReference<List<ProblemResponse.Item>> PROBLEMS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TemplateStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  int lastVersion(EnterpriseId enterprise, String name) {
    return jdbc.sql(
            """
            select coalesce(max(version), 0)
              from report.template
             where enterprise_id = :enterpriseId
               and name          = :name
            """)
        .param("enterpriseId", enterprise.value())
        .param("name", name)
        .query(Integer.class)
        .single();
  }

  void insert(EnterpriseId enterprise, Template template, byte[] docx) {
    jdbc.sql(
            """
            insert into report.template
                   (template_id, enterprise_id, name, version, docx, digest, problems,
                    created_by, created_at)
            values (:id, :enterpriseId, :name, :version, :docx, :digest, :problems::jsonb, :by,
                    :at)
            """)
        .param("id", template.id())
        .param("enterpriseId", enterprise.value())
        .param("name", template.name())
        .param("version", template.version())
        .param("docx", docx)
        .param("digest", template.digest())
        .param("problems", json.writeValueAsString(template.problems()))
        .param("by", template.createdBy())
        .param("at", SqlTime.of(template.createdAt()))
        .update();
  }

  List<Template> list(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select template_id, name, version, digest, problems, created_by, created_at
              from report.template
             where enterprise_id = :enterpriseId
             order by name, version desc
            """)
        .param("enterpriseId", enterprise.value())
        .query(this::toTemplate)
        .list();
  }

  Optional<Template> find(EnterpriseId enterprise, UUID id) {
    return jdbc.sql(
            """
            select template_id, name, version, digest, problems, created_by, created_at
              from report.template
             where enterprise_id = :enterpriseId
               and template_id   = :id
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id)
        .query(this::toTemplate)
        .optional();
  }

  byte[] docx(EnterpriseId enterprise, UUID id) {
    return jdbc.sql(
            """
            select docx
              from report.template
             where enterprise_id = :enterpriseId
               and template_id   = :id
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id)
        .query((row, number) -> row.getBytes("docx"))
        .single();
  }

  private Template toTemplate(ResultSet row, int number) throws SQLException {
    return new Template(
        row.getObject("template_id", UUID.class),
        row.getString("name"),
        row.getInt("version"),
        row.getString("digest"),
        json.readValue(row.getString("problems"), PROBLEMS),
        row.getObject("created_by", UUID.class),
        SqlTime.require(row, "created_at"));
  }
}
