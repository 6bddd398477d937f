package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.foundation.wire.Uuid7;
import io.tanheng.server.operate.report.StoredReport.Comment;
import io.tanheng.server.operate.report.StoredReport.Conclusion;
import io.tanheng.server.operate.report.StoredReport.Event;
import io.tanheng.server.operate.report.StoredReport.Finding;
import io.tanheng.server.operate.report.StoredReport.FindingClass;
import io.tanheng.server.operate.report.StoredReport.Verdict;
import io.tanheng.server.operate.report.StoredReport.Version;
import io.tanheng.server.operate.report.content.ReportContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reports with their versions, history, remarks and findings.
@Repository
class ReportStore {
  private static final TypeReference<Map<String, String>> ENTERED = new TypeReference<>() {};
  private static final TypeReference<List<ProblemResponse.Item>> FINDINGS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The next number of the year; holds back other reports of the enterprise until the transaction
  /// ends.
  String nextNumber(EnterpriseId enterprise, String year) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('report' || :enterpriseId, 0))")
        .param("enterpriseId", enterprise.toString())
        .query((row, number) -> number)
        .single();
    int count =
        jdbc.sql(
                """
                select count(*)
                  from report.report
                 where enterprise_id = :enterpriseId
                   and period like :year || '%'
                """)
            .param("enterpriseId", enterprise.value())
            .param("year", year)
            .query(Integer.class)
            .single();
    return "%s-%03d".formatted(year, count + 1);
  }

  void insert(EnterpriseId enterprise, StoredReport report) {
    jdbc.sql(
            """
            insert into report.report
                   (report_id, enterprise_id, number, kind, method, period, state, version,
                    revision, created_by, created_at)
            values (:id, :enterpriseId, :number, :kind, :method, :period, :state, :version,
                    :revision, :by, :at)
            """)
        .param("id", report.id().value())
        .param("enterpriseId", enterprise.value())
        .param("number", report.number())
        .param("kind", report.kind().name())
        .param("method", report.method())
        .param("period", report.period())
        .param("state", report.state().name())
        .param("version", report.version())
        .param("revision", report.revision())
        .param("by", report.createdBy())
        .param("at", SqlTime.of(report.createdAt()))
        .update();
  }

  /// False when somebody else acted since `revision`.
  boolean move(
      EnterpriseId enterprise, ReportId id, long revision, ReportState state, int version) {
    return jdbc.sql(
                """
                update report.report
                   set state = :state, version = :version, revision = revision + 1
                 where enterprise_id = :enterpriseId
                   and report_id     = :id
                   and revision      = :revision
                """)
            .param("enterpriseId", enterprise.value())
            .param("id", id.value())
            .param("revision", revision)
            .param("state", state.name())
            .param("version", version)
            .update()
        == 1;
  }

  Optional<StoredReport> find(EnterpriseId enterprise, ReportId id) {
    return jdbc.sql(
            """
            select report_id, number, kind, method, period, state, version, revision, created_by,
                   created_at
              from report.report
             where enterprise_id = :enterpriseId
               and report_id     = :id
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .query(ReportStore::toReport)
        .optional();
  }

  /// Newest first.
  List<StoredReport> list(EnterpriseId enterprise, @Nullable String year) {
    return jdbc.sql(
            """
            select report_id, number, kind, method, period, state, version, revision, created_by,
                   created_at
              from report.report
             where enterprise_id = :enterpriseId
               and (:year::text is null or period like :year || '%')
             order by created_at desc, number desc
            """)
        .param("enterpriseId", enterprise.value())
        .param("year", year)
        .query(ReportStore::toReport)
        .list();
  }

  void insertVersion(EnterpriseId enterprise, ReportId id, Version version, byte[] template) {
    jdbc.sql(
            """
            insert into report.version
                   (report_id, version, enterprise_id, inventory_id, template_id, template,
                    template_name, entered, content, content_digest, findings, reason,
                    created_by, created_at)
            values (:id, :version, :enterpriseId, :inventory, :templateId, :template,
                    :templateName, :entered::jsonb, :content::jsonb, :digest, :findings::jsonb,
                    :reason, :by, :at)
            """)
        .param("id", id.value())
        .param("version", version.number())
        .param("enterpriseId", enterprise.value())
        .param("inventory", version.inventory())
        .param("templateId", version.template())
        .param("template", template)
        .param("templateName", version.templateName())
        .param("entered", json.writeValueAsString(version.entered()))
        .param("content", json.writeValueAsString(version.content()))
        .param("digest", version.digest())
        .param("findings", json.writeValueAsString(version.findings()))
        .param("reason", version.reason())
        .param("by", version.createdBy())
        .param("at", SqlTime.of(version.createdAt()))
        .update();
  }

  Optional<Version> findVersion(EnterpriseId enterprise, ReportId id, int version) {
    return jdbc.sql(
            """
            select version, inventory_id, template_id, template_name, entered, content,
                   content_digest, findings, reason, created_by, created_at
              from report.version
             where enterprise_id = :enterpriseId
               and report_id     = :id
               and version       = :version
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .param("version", version)
        .query(this::toVersion)
        .optional();
  }

  List<Version> listVersions(EnterpriseId enterprise, ReportId id) {
    return jdbc.sql(
            """
            select version, inventory_id, template_id, template_name, entered, content,
                   content_digest, findings, reason, created_by, created_at
              from report.version
             where enterprise_id = :enterpriseId
               and report_id     = :id
             order by version
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .query(this::toVersion)
        .list();
  }

  /// The Word template the version was made with.
  byte[] template(EnterpriseId enterprise, ReportId id, int version) {
    return jdbc.sql(
            """
            select template
              from report.version
             where enterprise_id = :enterpriseId
               and report_id     = :id
               and version       = :version
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .param("version", version)
        .query((row, number) -> row.getBytes("template"))
        .single();
  }

  void insertEvent(CallContext call, ReportId id, Event event) {
    jdbc.sql(
            """
            insert into report.event
                   (event_id, report_id, enterprise_id, version, action, state, words, created_by,
                    created_at)
            values (:eventId, :id, :enterpriseId, :version, :action, :state, :words, :by, :at)
            """)
        .param("eventId", Uuid7.next())
        .param("id", id.value())
        .param("enterpriseId", call.enterprise().value())
        .param("version", event.version())
        .param("action", event.action().name())
        .param("state", event.state().name())
        .param("words", event.words())
        .param("by", event.by())
        .param("at", SqlTime.of(event.at()))
        .update();
  }

  List<Event> listEvents(EnterpriseId enterprise, ReportId id) {
    return jdbc.sql(
            """
            select version, action, state, words, created_by, created_at
              from report.event
             where enterprise_id = :enterpriseId
               and report_id     = :id
             order by created_at, event_id
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .query((row, number) ->
            new Event(
                row.getInt("version"),
                ReportAction.valueOf(row.getString("action")),
                ReportState.valueOf(row.getString("state")),
                row.getString("words"),
                row.getObject("created_by", UUID.class),
                SqlTime.require(row, "created_at")))
        .list();
  }

  void insertComment(CallContext call, ReportId id, Comment comment) {
    jdbc.sql(
            """
            insert into report.comment
                   (comment_id, report_id, enterprise_id, version, department, verdict, place,
                    words, created_by, created_at)
            values (:commentId, :id, :enterpriseId, :version, :department, :verdict, :place,
                    :words, :by, :at)
            """)
        .param("commentId", comment.id())
        .param("id", id.value())
        .param("enterpriseId", call.enterprise().value())
        .param("version", comment.version())
        .param("department", comment.department())
        .param("verdict", comment.verdict().name())
        .param("place", comment.place())
        .param("words", comment.words())
        .param("by", comment.by())
        .param("at", SqlTime.of(comment.at()))
        .update();
  }

  /// False when it has an answer already.
  boolean answer(CallContext call, ReportId id, UUID comment, String words) {
    return jdbc.sql(
                """
                update report.comment
                   set answer = :words, answered_by = :by, answered_at = :at
                 where enterprise_id = :enterpriseId
                   and report_id     = :id
                   and comment_id    = :commentId
                   and answer is null
                """)
            .param("enterpriseId", call.enterprise().value())
            .param("id", id.value())
            .param("commentId", comment)
            .param("words", words)
            .param("by", call.account().value())
            .param("at", SqlTime.of(call.time()))
            .update()
        == 1;
  }

  List<Comment> listComments(EnterpriseId enterprise, ReportId id) {
    return jdbc.sql(
            """
            select comment_id, version, department, verdict, place, words, created_by, created_at,
                   answer, answered_by, answered_at
              from report.comment
             where enterprise_id = :enterpriseId
               and report_id     = :id
             order by created_at, comment_id
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .query((row, number) ->
            new Comment(
                row.getObject("comment_id", UUID.class),
                row.getInt("version"),
                row.getString("department"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("place"),
                row.getString("words"),
                row.getObject("created_by", UUID.class),
                SqlTime.require(row, "created_at"),
                row.getString("answer"),
                row.getObject("answered_by", UUID.class),
                SqlTime.find(row, "answered_at").orElse(null)))
        .list();
  }

  void insertFinding(CallContext call, ReportId id, Finding finding) {
    jdbc.sql(
            """
            insert into report.finding
                   (finding_id, report_id, enterprise_id, version, number, class, place, words,
                    created_by, created_at)
            values (:findingId, :id, :enterpriseId, :version, :number, :class, :place, :words,
                    :by, :at)
            """)
        .param("findingId", finding.id())
        .param("id", id.value())
        .param("enterpriseId", call.enterprise().value())
        .param("version", finding.version())
        .param("number", finding.number())
        .param("class", finding.kind().name())
        .param("place", finding.place())
        .param("words", finding.words())
        .param("by", finding.by())
        .param("at", SqlTime.of(finding.at()))
        .update();
  }

  void correct(
      CallContext call, ReportId id, UUID finding, String cause, String correction, int version) {
    jdbc.sql(
            """
            update report.finding
               set cause = :cause, correction = :correction, corrected_in = :version,
                   corrected_by = :by, corrected_at = :at, conclusion = null,
                   concluded_by = null, concluded_at = null
             where enterprise_id = :enterpriseId
               and report_id     = :id
               and finding_id    = :findingId
            """)
        .param("enterpriseId", call.enterprise().value())
        .param("id", id.value())
        .param("findingId", finding)
        .param("cause", cause)
        .param("correction", correction)
        .param("version", version)
        .param("by", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .update();
  }

  void conclude(CallContext call, ReportId id, UUID finding, Conclusion conclusion) {
    jdbc.sql(
            """
            update report.finding
               set conclusion = :conclusion, concluded_by = :by, concluded_at = :at
             where enterprise_id = :enterpriseId
               and report_id     = :id
               and finding_id    = :findingId
            """)
        .param("enterpriseId", call.enterprise().value())
        .param("id", id.value())
        .param("findingId", finding)
        .param("conclusion", conclusion.name())
        .param("by", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .update();
  }

  List<Finding> listFindings(EnterpriseId enterprise, ReportId id) {
    return jdbc.sql(
            """
            select finding_id, number, version, class, place, words, created_by, created_at, cause,
                   correction, corrected_in, corrected_by, corrected_at, conclusion,
                   concluded_by, concluded_at
              from report.finding
             where enterprise_id = :enterpriseId
               and report_id     = :id
             order by number
            """)
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .query(ReportStore::toFinding)
        .list();
  }

  private static Finding toFinding(ResultSet row, int number) throws SQLException {
    String conclusion = row.getString("conclusion");
    return new Finding(
        row.getObject("finding_id", UUID.class),
        row.getInt("number"),
        row.getInt("version"),
        FindingClass.valueOf(row.getString("class")),
        row.getString("place"),
        row.getString("words"),
        row.getObject("created_by", UUID.class),
        SqlTime.require(row, "created_at"),
        row.getString("cause"),
        row.getString("correction"),
        row.getObject("corrected_in", Integer.class),
        row.getObject("corrected_by", UUID.class),
        SqlTime.find(row, "corrected_at").orElse(null),
        conclusion == null ? null : Conclusion.valueOf(conclusion),
        row.getObject("concluded_by", UUID.class),
        SqlTime.find(row, "concluded_at").orElse(null));
  }

  private static StoredReport toReport(ResultSet row, int number) throws SQLException {
    return new StoredReport(
        new ReportId(row.getObject("report_id", UUID.class)),
        row.getString("number"),
        ReportKind.valueOf(row.getString("kind")),
        row.getString("method"),
        row.getString("period"),
        ReportState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getLong("revision"),
        row.getObject("created_by", UUID.class),
        SqlTime.require(row, "created_at"));
  }

  private Version toVersion(ResultSet row, int number) throws SQLException {
    return new Version(
        row.getInt("version"),
        row.getObject("inventory_id", UUID.class),
        row.getObject("template_id", UUID.class),
        row.getString("template_name"),
        json.readValue(row.getString("entered"), ENTERED),
        json.readValue(row.getString("content"), ReportContent.class),
        row.getString("content_digest"),
        json.readValue(row.getString("findings"), FINDINGS),
        row.getString("reason"),
        row.getObject("created_by", UUID.class),
        SqlTime.require(row, "created_at"));
  }
}
