package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.intake.RowPlan.CellPlan;
import io.tanheng.server.operate.intake.RowPlan.Target;
import io.tanheng.server.operate.intake.workbook.Finding;
import io.tanheng.server.operate.intake.workbook.IntakeProblem;
import io.tanheng.server.operate.intake.workbook.Place;
import io.tanheng.server.operate.intake.workbook.Workbook;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineEntry;
import io.tanheng.server.operate.ledger.LineKey;
import io.tanheng.server.operate.ledger.LineOrigin;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.plan.organization.Enterprises;
import io.tanheng.units.Text;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The steps of an import that happen in one transaction each; no file is touched here.
@Component
class ImportTransactions {
  private static final int LISTED = 100;
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private final ImportStore store;
  private final Planner planner;
  private final Parameters parameters;
  private final Ledger ledger;
  private final Enterprises enterprises;

  ImportTransactions(
      ImportStore store,
      Planner planner,
      Parameters parameters,
      Ledger ledger,
      Enterprises enterprises) {
    this.store = store;
    this.planner = planner;
    this.parameters = parameters;
    this.ledger = ledger;
    this.enterprises = enterprises;
  }

  @Transactional(readOnly = true)
  public ImportHead require(EnterpriseId enterprise, ImportId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(ImportProblem.UNKNOWN));
  }

  @Transactional(readOnly = true)
  public List<ImportHead> list(EnterpriseId enterprise) {
    return store.list(enterprise, LISTED);
  }

  @Transactional(readOnly = true)
  public List<Problem> problems(EnterpriseId enterprise, ImportId id) {
    return store.problems(enterprise, id);
  }

  @Transactional
  public void reject(CallContext call, ImportHead head, List<Problem> problems) {
    store.insert(call, head, problems);
  }

  @Transactional
  public void preview(CallContext call, ImportHead head, Workbook workbook) {
    store.insert(call, head, List.of());
    plan(call.enterprise(), head, workbook, true);
  }

  /// The import as it would be committed now; of a committed or unreadable one what was stored.
  @Transactional(readOnly = true)
  public ImportPreview show(EnterpriseId enterprise, ImportHead head, Optional<Workbook> workbook) {
    if (workbook.isEmpty()) {
      return new ImportPreview(head, Optional.empty(), store.problems(enterprise, head.id()));
    }
    ImportPlan plan = plan(enterprise, head, workbook.get(), false);
    List<Problem> problems =
        head.state() == ImportState.COMMITTED
            ? store.problems(enterprise, head.id())
            : FindingProblems.of(plan.findings());
    return new ImportPreview(head, Optional.of(plan), problems);
  }

  @Transactional
  public void decide(
      CallContext call, ImportHead seen, Workbook workbook, List<RowDecision> decisions) {
    ImportHead head = lockUncommitted(call, seen.id());
    Set<String> rows =
        plan(call.enterprise(), head, workbook, false).rows().stream()
            .map(row -> row.series().id())
            .collect(Collectors.toSet());
    for (RowDecision decision : decisions) {
      if (!rows.contains(decision.rowId())) {
        throw new ProblemException(ImportProblem.ROW_UNKNOWN, Map.of("row", decision.rowId()));
      }
      store.decide(call.enterprise(), head.id(), decision);
    }
    plan(call.enterprise(), head, workbook, true);
  }

  @Transactional
  public int commit(
      CallContext call, ImportId id, Workbook workbook, @Nullable String fingerprint) {
    ImportHead head = lockUncommitted(call, id);
    ImportPlan plan = plan(call.enterprise(), head, workbook, false);
    if (!plan.errors().isEmpty()) {
      throw new ProblemException(
          ImportProblem.NOT_COMMITTABLE,
          Map.of("file", head.fileName()),
          FindingProblems.of(plan.errors()));
    }
    if (fingerprint != null && !fingerprint.equals(plan.fingerprint())) {
      throw new ProblemException(ImportProblem.PREVIEW_OUTDATED, Map.of("file", head.fileName()));
    }
    Map<String, List<Problem>> warnings = warningsByCell(plan);
    Map<String, Optional<ParameterId>> meanings = new HashMap<>();
    List<LineEntry> entries = new ArrayList<>();
    for (RowPlan row : plan.rows()) {
      Optional<ParameterId> parameter =
          switch (row.target()) {
            case Target.Existing(Parameter existing) -> {
              if (existing.beginsAfter(head.year())) {
                parameters.beginEarlier(
                    call, existing.id(), head.year().atDay(1), existing.version());
              }
              yield Optional.of(existing.id());
            }
            case Target.Proposed(DefineParameter proposed) ->
                Optional.of(parameters.define(call, proposed).id());
            case Target.Ignored() -> Optional.empty();
            case Target.Undecided() -> throw new IllegalStateException("an undecided row");
          };
      meanings.put(RowMatching.key(row.series()), parameter);
      parameter.ifPresent(to -> entries.addAll(entries(head, row, to, warnings)));
    }
    ledger.record(call, entries);
    enterprises.openYear(call.enterprise(), head.year().getValue());
    store.remember(call, meanings);
    store.commit(call, head.id(), entries.size(), FindingProblems.of(plan.findings()));
    return entries.size();
  }

  private ImportHead lockUncommitted(CallContext call, ImportId id) {
    ImportHead head =
        store
            .lock(call.enterprise(), id)
            .orElseThrow(() -> new ProblemException(ImportProblem.UNKNOWN));
    if (head.state() == ImportState.COMMITTED) {
      throw new ProblemException(ImportProblem.ALREADY_COMMITTED, Map.of("file", head.fileName()));
    }
    return head;
  }

  private ImportPlan plan(
      EnterpriseId enterprise, ImportHead head, Workbook workbook, boolean keep) {
    ImportPlan plan =
        planner.plan(
            enterprise,
            head.year(),
            workbook,
            store.decisions(enterprise, head.id()),
            store.remembered(enterprise));
    ImportPlan noted = withSameFile(enterprise, head, plan);
    if (keep) {
      store.update(enterprise, head.id(), noted.state(), FindingProblems.of(noted.findings()));
    }
    return noted;
  }

  /// Adds the note that this very file was imported before.
  private ImportPlan withSameFile(EnterpriseId enterprise, ImportHead head, ImportPlan plan) {
    String digest = head.fileDigest();
    if (digest == null || head.state() == ImportState.COMMITTED) {
      return plan;
    }
    return store
        .findCommitted(enterprise, head.year(), digest)
        .map(earlier -> {
          long same =
              plan.rows().stream()
                  .flatMap(row -> row.cells().stream())
                  .filter(cell -> cell.change() == RowPlan.Change.SAME)
                  .count();
          List<Finding> findings = new ArrayList<>(plan.findings());
          findings.add(
              Finding.of(
                  IntakeProblem.SAME_FILE_COMMITTED,
                  Place.FILE,
                  Map.of(
                      "when", Text.same(local(enterprise, earlier)),
                      "same", Text.same(Long.toString(same)))));
          return new ImportPlan(plan.sheets(), plan.rows(), findings);
        })
        .orElse(plan);
  }

  /// When an import was committed, by the clock of the enterprise.
  private String local(EnterpriseId enterprise, ImportHead earlier) {
    Instant at = earlier.committedAt();
    if (at == null) {
      throw new IllegalStateException("a committed import has a time: " + earlier.id());
    }
    return LOCAL.format(at.atZone(enterprises.require(enterprise).profile().zone()));
  }

  private static List<LineEntry> entries(
      ImportHead head, RowPlan row, ParameterId parameter, Map<String, List<Problem>> warnings) {
    String digest = head.fileDigest();
    if (digest == null) {
      throw new IllegalStateException("a committed file is kept");
    }
    List<LineEntry> entries = new ArrayList<>();
    for (CellPlan cell : row.cells()) {
      if (cell.isWritten()) {
        String ref = cell.cell().ref().toString();
        entries.add(
            new LineEntry(
                new LineKey(parameter, cell.month(), cell.slot()),
                cell.value(),
                cell.cell().shown(),
                row.series().unitText(),
                cell.present().map(LedgerLine::version).orElse(0),
                new LineOrigin.Imported(
                    head.id().value(), head.fileName(), digest, row.series().sheet(), ref),
                warnings.getOrDefault(row.series().sheet() + "!" + ref, List.of())));
      }
    }
    return entries;
  }

  private static Map<String, List<Problem>> warningsByCell(ImportPlan plan) {
    Map<String, List<Problem>> warnings = new HashMap<>();
    for (Finding finding : plan.findings()) {
      Set<String> cells = new HashSet<>();
      if (finding.place().cell() != null) {
        cells.add(finding.place().sheet() + "!" + finding.place().cell());
      }
      cells.forEach(cell ->
          warnings.computeIfAbsent(cell, _ -> new ArrayList<>()).add(FindingProblems.of(finding)));
    }
    return warnings;
  }
}
