package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.Approval.Act;
import io.tanheng.server.foundation.approval.Approval.ActKind;
import io.tanheng.server.foundation.approval.Approval.Head;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Rounds of approval in `approval.approval` and what was done in them in `approval.act`.
@Repository
class ApprovalStore {
  private static final String COLUMNS =
      """
      select a.approval_id, a.number, a.subject_type, a.subject_id, a.subject_version,
             a.subject_digest, a.title_zh, a.title_en, a.path, a.authors, a.departments,
             a.definition, a.omitted, a.state, a.step, a.submitted_by, a.submitted_at, a.ended_at
        from approval.approval a
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ApprovalStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// How a definition is kept with a round: with its version, apart from its content.
  record KeptDefinition(int version, DefinitionJson content) {}

  /// Makes submissions of one enterprise wait for each other until the transaction ends.
  void lockSubmissions(EnterpriseId enterprise) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('approval:' || :enterpriseId, 0))")
        .param("enterpriseId", enterprise.toString())
        .query((_, _) -> true)
        .single();
  }

  int nextNumber(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select coalesce(max(number), 0) + 1
              from approval.approval
             where enterprise_id = :enterpriseId
            """)
        .param("enterpriseId", enterprise.value())
        .query(Integer.class)
        .single();
  }

  void insert(EnterpriseId enterprise, Approval approval) {
    Head head = approval.head();
    jdbc.sql(
            """
            insert into approval.approval
                   (approval_id, enterprise_id, number, subject_type, subject_id, subject_version,
                    subject_digest, title_zh, title_en, path, authors, departments, definition,
                    omitted, state, step, submitted_by, submitted_at)
            values (:id, :enterpriseId, :number, :subjectType, :subjectId, :subjectVersion,
                    :digest, :zh, :en, :path, :authors::uuid[], :departments::text[],
                    :definition::jsonb, :omitted::text[], :state, :step, :by, :at)
            """)
        .param("id", head.id().value())
        .param("enterpriseId", enterprise.value())
        .param("number", head.number())
        .param("subjectType", head.subjectType())
        .param("subjectId", head.subjectId())
        .param("subjectVersion", head.subjectVersion())
        .param("digest", head.subjectDigest())
        .param("zh", head.title().zh())
        .param("en", head.title().en())
        .param("path", head.path())
        .param("authors", head.authors().stream().map(AccountId::value).toArray(UUID[]::new))
        .param("departments", head.departments().stream().map(Role::name).toArray(String[]::new))
        .param("definition", definition(approval.definition()))
        .param("omitted", approval.omitted().toArray(String[]::new))
        .param("state", head.state().name())
        .param("step", head.step())
        .param("by", head.submittedBy().value())
        .param("at", SqlTime.of(head.submittedAt()))
        .update();
  }

  void insertAct(EnterpriseId enterprise, ApprovalId id, Act act) {
    jdbc.sql(
            """
            insert into approval.act
                   (approval_id, position, enterprise_id, kind, step, slot, account_id,
                    on_behalf_of, delegation_id, reason, at)
            select :id, coalesce(max(position), 0) + 1, :enterpriseId, :kind, :step, :slot, :by,
                   :onBehalfOf::uuid, :delegation::uuid, :reason, :at
              from approval.act
             where enterprise_id = :enterpriseId
               and approval_id   = :id
            """)
        .param("id", id.value())
        .param("enterpriseId", enterprise.value())
        .param("kind", act.kind().name())
        .param("step", act.step())
        .param("slot", act.slot())
        .param("by", act.by().value())
        .param("onBehalfOf", act.onBehalfOf() == null ? null : act.onBehalfOf().value())
        .param("delegation", act.delegation() == null ? null : act.delegation().value())
        .param("reason", act.reason())
        .param("at", SqlTime.of(act.at()))
        .update();
  }

  void move(EnterpriseId enterprise, ApprovalId id, ApprovalState state, int step, Instant at) {
    jdbc.sql(
            """
            update approval.approval
               set state = :state, step = :step,
                   ended_at = case when :state = 'PENDING' then null else :at end
             where enterprise_id = :enterpriseId
               and approval_id   = :id
               and state         = 'PENDING'
            """)
        .param("state", state.name())
        .param("step", step)
        .param("at", SqlTime.of(at))
        .param("enterpriseId", enterprise.value())
        .param("id", id.value())
        .update();
  }

  Optional<Approval> find(EnterpriseId enterprise, ApprovalId id) {
    return one(enterprise, id, "");
  }

  /// The same, held against other acts until the transaction ends.
  Optional<Approval> lock(EnterpriseId enterprise, ApprovalId id) {
    return one(enterprise, id, " for update");
  }

  private Optional<Approval> one(EnterpriseId enterprise, ApprovalId id, String held) {
    return withActs(
            enterprise,
            jdbc.sql(
                    COLUMNS
                        + """
                         where a.enterprise_id = :enterpriseId
                           and a.approval_id   = :id
                        """
                        + held)
                .param("enterpriseId", enterprise.value())
                .param("id", id.value())
                .query(this::toApproval)
                .list())
        .stream()
        .findFirst();
  }

  /// All rounds of one thing, newest first.
  List<Approval> listOf(EnterpriseId enterprise, String subjectType, Collection<UUID> subjectIds) {
    return withActs(
        enterprise,
        jdbc.sql(
                COLUMNS
                    + """
                     where a.enterprise_id = :enterpriseId
                       and a.subject_type  = :subjectType
                       and a.subject_id    = any (:subjectIds)
                     order by a.number desc
                    """)
            .param("enterpriseId", enterprise.value())
            .param("subjectType", subjectType)
            .param("subjectIds", subjectIds.toArray(UUID[]::new))
            .query(this::toApproval)
            .list());
  }

  List<Approval> listPending(EnterpriseId enterprise) {
    return withActs(
        enterprise,
        jdbc.sql(
                COLUMNS
                    + """
                     where a.enterprise_id = :enterpriseId
                       and a.state         = 'PENDING'
                     order by a.number desc
                    """)
            .param("enterpriseId", enterprise.value())
            .query(this::toApproval)
            .list());
  }

  /// What a list is narrowed to.
  ///
  /// @param concerning the person who submitted or acted
  /// @param below numbers under this one
  record Filter(
      @Nullable AccountId concerning,
      @Nullable ApprovalState state,
      @Nullable String subjectType,
      @Nullable String words,
      int below) {}

  /// Newest first.
  List<Approval> list(EnterpriseId enterprise, Filter filter, int limit) {
    return withActs(
        enterprise,
        jdbc.sql(
                COLUMNS
                    + """
                     where a.enterprise_id = :enterpriseId
                       and a.number < :below
                       and (:state::text is null or a.state = :state::text)
                       and (:subjectType::text is null or a.subject_type = :subjectType::text)
                       and (:words::text is null
                            or position(lower(:words::text) in lower(a.title_zh)) > 0
                            or position(lower(:words::text) in lower(a.title_en)) > 0)
                       and (:concerning::uuid is null
                            or a.submitted_by = :concerning::uuid
                            or exists (select 1
                                         from approval.act t
                                        where t.enterprise_id = a.enterprise_id
                                          and t.approval_id = a.approval_id
                                          and (t.account_id = :concerning::uuid
                                               or t.on_behalf_of = :concerning::uuid)))
                     order by a.number desc
                     limit :limit
                    """)
            .param("enterpriseId", enterprise.value())
            .param("below", filter.below())
            .param("state", filter.state() == null ? null : filter.state().name())
            .param("subjectType", filter.subjectType())
            .param("words", filter.words())
            .param("concerning", filter.concerning() == null ? null : filter.concerning().value())
            .param("limit", limit)
            .query(this::toApproval)
            .list());
  }

  private List<Approval> withActs(EnterpriseId enterprise, List<Approval> approvals) {
    record Row(UUID approval, Act act) {}
    Map<UUID, List<Row>> acts =
        jdbc
            .sql(
                """
                select approval_id, kind, step, slot, account_id, on_behalf_of, delegation_id,
                       reason, at
                  from approval.act
                 where enterprise_id = :enterpriseId
                   and approval_id   = any (:ids)
                 order by approval_id, position
                """)
            .param("enterpriseId", enterprise.value())
            .param("ids", approvals.stream().map(a -> a.head().id().value()).toArray(UUID[]::new))
            .query((row, _) -> new Row(row.getObject("approval_id", UUID.class), toAct(row)))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Row::approval));
    return approvals.stream()
        .map(approval ->
            new Approval(
                approval.head(),
                approval.definition(),
                approval.omitted(),
                acts.getOrDefault(approval.head().id().value(), List.of()).stream()
                    .map(Row::act)
                    .toList()))
        .toList();
  }

  private static Act toAct(ResultSet row) throws SQLException {
    UUID onBehalfOf = row.getObject("on_behalf_of", UUID.class);
    UUID delegation = row.getObject("delegation_id", UUID.class);
    return new Act(
        ActKind.valueOf(row.getString("kind")),
        row.getInt("step"),
        row.getString("slot"),
        new AccountId(row.getObject("account_id", UUID.class)),
        onBehalfOf == null ? null : new AccountId(onBehalfOf),
        delegation == null ? null : new DelegationId(delegation),
        row.getString("reason"),
        SqlTime.require(row, "at"));
  }

  private String definition(Definition definition) {
    return json.writeValueAsString(
        new KeptDefinition(definition.version(), DefinitionJson.of(definition)));
  }

  private Approval toApproval(ResultSet row, int number) throws SQLException {
    KeptDefinition kept = json.readValue(row.getString("definition"), KeptDefinition.class);
    String type = row.getString("subject_type");
    Head head =
        new Head(
            new ApprovalId(row.getObject("approval_id", UUID.class)),
            row.getInt("number"),
            type,
            row.getObject("subject_id", UUID.class),
            row.getInt("subject_version"),
            row.getString("subject_digest"),
            new Text(row.getString("title_zh"), row.getString("title_en")),
            row.getString("path"),
            Arrays.stream((UUID[]) row.getArray("authors").getArray())
                .map(AccountId::new)
                .collect(Collectors.toSet()),
            texts(row, "departments").stream().map(Role::valueOf).collect(Collectors.toSet()),
            ApprovalState.valueOf(row.getString("state")),
            row.getInt("step"),
            new AccountId(row.getObject("submitted_by", UUID.class)),
            SqlTime.require(row, "submitted_at"),
            SqlTime.find(row, "ended_at").orElse(null));
    return new Approval(
        head, kept.content().toDefinition(type, kept.version()), texts(row, "omitted"), List.of());
  }

  private static Set<String> texts(ResultSet row, String column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }
}
