package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.wire.Uuid7;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.plan.organization.Boundary;
import io.tanheng.server.plan.organization.BoundaryUnit;
import io.tanheng.units.Quantity;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Source completeness (排放源完整性): what was bought, stands in the boundary or is named by a method,
/// but feeds nothing; and what people said about it.
@Service
public class Completeness {
  private final DocumentStore documents;
  private final MatchStore matches;
  private final RemarkStore remarks;
  private final Ledger ledger;
  private final Parameters parameters;
  private final MethodPlans plans;
  private final Boundary boundary;
  private final Inventories inventories;

  Completeness(
      DocumentStore documents,
      MatchStore matches,
      RemarkStore remarks,
      Ledger ledger,
      Parameters parameters,
      MethodPlans plans,
      Boundary boundary,
      Inventories inventories) {
    this.documents = documents;
    this.matches = matches;
    this.remarks = remarks;
    this.ledger = ledger;
    this.parameters = parameters;
    this.plans = plans;
    this.boundary = boundary;
    this.inventories = inventories;
  }

  /// A gap with what was said about it; `answer` is absent while it is open.
  record Tracked(Gap gap, @Nullable Remark answer, List<Remark> remarks) {}

  /// How many gaps of a year nobody has answered.
  @Transactional(readOnly = true)
  public int open(EnterpriseId enterprise, Year year) {
    return (int) list(enterprise, year).stream().filter(one -> one.answer() == null).count();
  }

  /// The gaps under every method the enterprise has a plan of in the year.
  @Transactional(readOnly = true)
  List<Tracked> list(EnterpriseId enterprise, Year year) {
    Map<String, List<PlanItem>> byMethod =
        plans.list(enterprise, year).stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.definition().method(), LinkedHashMap::new, Collectors.toList()));
    List<Parameter> watched = parameters.list(enterprise, year);
    List<BoundaryUnit> units =
        boundary.list(enterprise).stream().filter(unit -> standsIn(unit, year)).toList();
    List<Document> rows =
        documents.documents(enterprise).stream().filter(row -> row.isOf(year)).toList();
    Map<ParameterId, Quantity> sums = sums(enterprise, year);
    List<Match> known = matches.list(enterprise);
    Map<SubjectId, List<Remark>> said =
        remarks.list(enterprise).stream().collect(Collectors.groupingBy(Remark::subject));
    List<Tracked> tracked = new ArrayList<>();
    byMethod.forEach((method, plan) ->
        CompletenessCheck.of(
                new CompletenessCheck.Input(
                    method,
                    inventories.numberOf(method),
                    inventories.sources(method),
                    plan,
                    watched,
                    sums,
                    units,
                    rows,
                    known))
            .forEach(gap -> tracked.add(track(gap, said.getOrDefault(gap.id(), List.of())))));
    return tracked;
  }

  private static boolean standsIn(BoundaryUnit unit, Year year) {
    return !unit.validity().from().isAfter(year.atMonth(12).atEndOfMonth())
        && (unit.validity().to() == null || !unit.validity().to().isBefore(year.atDay(1)));
  }

  /// Sums of the year by parameter, those that are not zero.
  private Map<ParameterId, Quantity> sums(EnterpriseId enterprise, Year year) {
    Map<ParameterId, Quantity> sums = new HashMap<>();
    for (LedgerLine line : ledger.lines(enterprise, year)) {
      if (line.slot() == Slot.MONTH) {
        line.quantity().ifPresent(value -> sums.merge(line.parameterId(), value, Quantity::plus));
      }
    }
    sums.values().removeIf(sum -> sum.value().isZero());
    return sums;
  }

  private static Tracked track(Gap gap, List<Remark> said) {
    Remark last =
        said.stream()
            .filter(remark -> remark.figures().equals(gap.figures()))
            .reduce((_, later) -> later)
            .orElse(null);
    boolean answered = last != null && last.act() == Remark.Act.NOT_APPLICABLE;
    return new Tracked(gap, answered ? last : null, said);
  }

  /// Records that a gap does not apply, because of the reason of the call.
  @Transactional
  Tracked answer(CallContext call, Year year, SubjectId id) {
    documents.lock(call.enterprise());
    Tracked present = require(call.enterprise(), year, id);
    return say(call, year, present.gap(), Remark.Act.NOT_APPLICABLE);
  }

  /// Takes the answer back, with a reason.
  @Transactional
  Tracked reopen(CallContext call, Year year, SubjectId id) {
    documents.lock(call.enterprise());
    Tracked present = require(call.enterprise(), year, id);
    if (present.answer() == null) {
      throw new ProblemException(CrosscheckProblem.GAP_NOT_ANSWERED);
    }
    return say(call, year, present.gap(), Remark.Act.REOPENED);
  }

  private Tracked say(CallContext call, Year year, Gap gap, Remark.Act act) {
    remarks.insert(
        call,
        new Remark(
            Uuid7.next(),
            gap.id(),
            gap.figures(),
            act,
            Differences.requireReason(call).orElseThrow(),
            call.account(),
            call.time()));
    return require(call.enterprise(), year, gap.id());
  }

  private Tracked require(EnterpriseId enterprise, Year year, SubjectId id) {
    return list(enterprise, year).stream()
        .filter(one -> one.gap().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(CrosscheckProblem.GAP_UNKNOWN));
  }
}
