package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.InventoryReading;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.report.content.CompileInput;
import io.tanheng.server.operate.report.content.ReportCompiler;
import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayouts;
import io.tanheng.server.operate.view.ViewReading;
import io.tanheng.server.plan.organization.Boundary;
import io.tanheng.server.plan.organization.BoundaryUnit;
import io.tanheng.server.plan.organization.Enterprise;
import io.tanheng.server.plan.organization.Enterprises;
import io.tanheng.server.plan.organization.Sector;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws everything a report says from the modules that know it, and looks it over.
@Component
class Compilation {
  private static final String ISO_VIEW = "iso-14064-1-2018";

  private final ReportLayouts layouts;
  private final InventoryReading inventories;
  private final Enterprises enterprises;
  private final Boundary boundary;
  private final Parameters parameters;
  private final EvidenceFiles evidence;
  private final ViewReading views;

  Compilation(
      ReportLayouts layouts,
      InventoryReading inventories,
      Enterprises enterprises,
      Boundary boundary,
      Parameters parameters,
      EvidenceFiles evidence,
      ViewReading views) {
    this.layouts = layouts;
    this.inventories = inventories;
    this.enterprises = enterprises;
    this.boundary = boundary;
    this.parameters = parameters;
    this.evidence = evidence;
    this.views = views;
  }

  record Compiled(
      @Nullable String method,
      @Nullable UUID inventory,
      Map<String, String> entered,
      ReportContent content,
      List<ProblemResponse.Item> findings) {}

  Compiled compile(CallContext call, NewReport wanted) {
    EnterpriseId enterprise = call.enterprise();
    requirePeriod(wanted);
    Enterprise who = enterprises.require(enterprise);
    String method = wanted.kind().needsInventory() ? method(wanted, who) : null;
    ReportLayout layout = layout(wanted.kind(), method, who.profile().sector());
    Year year = Year.parse(wanted.period().substring(0, 4));
    InventorySnapshot run = method == null ? null : run(enterprise, wanted, method, year);
    Optional<InventorySnapshot> lastYear =
        method == null
            ? Optional.empty()
            : inventories.findCurrent(enterprise, year.minusYears(1), method);
    CompileInput input =
        new CompileInput(
            who.profile(),
            wanted.period(),
            run,
            run != null && wanted.kind() == ReportKind.ISO_14064
                ? views.read(enterprise, new InventoryId(run.id()), year, ISO_VIEW)
                : null,
            units(enterprise, year),
            parameters.list(enterprise, year),
            wanted.kind().isMonthly()
                ? evidence.of(enterprise, YearMonth.parse(wanted.period()))
                : List.of(),
            wanted.entered());
    return new Compiled(
        method,
        run == null ? null : run.id(),
        wanted.entered(),
        ReportCompiler.compile(layout, input),
        ReportCheck.check(layout, input, lastYear, today(call, who)).stream()
            .map(ProblemResponse.Item::of)
            .toList());
  }

  /// The layout for the enterprise of the call.
  ReportLayout layout(CallContext call, ReportKind kind, @Nullable String method) {
    return layout(kind, method, enterprises.require(call.enterprise()).profile().sector());
  }

  private static LocalDate today(CallContext call, Enterprise who) {
    return LocalDate.ofInstant(call.time(), who.profile().zone());
  }

  /// The layout of a kind of report.
  ReportLayout layout(ReportKind kind, @Nullable String method, Sector sector) {
    Optional<ReportLayout> layout =
        switch (kind) {
          case ANNUAL -> method == null ? Optional.empty() : layouts.findAnnual(method);
          case SUPPLEMENT -> method == null ? Optional.empty() : layouts.findSupplement(method);
          case ISO_14064 -> layouts.findIso();
          case QUALITY_PLAN -> layouts.findQualityPlan();
          case MONTHLY_EVIDENCE ->
              Optional.of(
                  layouts.evidence(sector.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        };
    return layout.orElseThrow(() ->
        new ProblemException(
            ReportProblem.NO_LAYOUT, Map.of("method", method == null ? kind.name() : method)));
  }

  private static void requirePeriod(NewReport wanted) {
    String form = wanted.kind().isMonthly() ? "20\\d{2}-(0[1-9]|1[0-2])" : "20\\d{2}";
    if (!wanted.period().matches(form)) {
      throw new ProblemException(ReportProblem.PERIOD_FORM, Map.of("period", wanted.period()));
    }
  }

  private static String method(NewReport wanted, Enterprise who) {
    if (wanted.method() != null) {
      return wanted.method();
    }
    return who.profile().methods().stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ReportProblem.NO_LAYOUT, Map.of("method", "—")));
  }

  private InventorySnapshot run(
      EnterpriseId enterprise, NewReport wanted, String method, Year year) {
    InventorySnapshot run =
        wanted.inventory() == null
            ? inventories
                .findCurrent(enterprise, year, method)
                .orElseThrow(() ->
                    new ProblemException(
                        ReportProblem.NO_INVENTORY,
                        Map.of("year", year.toString(), "method", method)))
            : inventories.require(enterprise, new InventoryId(wanted.inventory()));
    boolean same = run.period().wholeYear().filter(year::equals).isPresent();
    if (!same || !run.method().id().equals(method)) {
      throw new ProblemException(
          ReportProblem.INVENTORY_OF_OTHER_PERIOD,
          Map.of(
              "number",
              run.number(),
              "from",
              run.period().from().toString(),
              "to",
              run.period().to().toString(),
              "period",
              wanted.period()));
    }
    return run;
  }

  private List<BoundaryUnit> units(EnterpriseId enterprise, Year year) {
    return boundary.list(enterprise).stream()
        .filter(unit -> !unit.validity().from().isAfter(year.atMonth(12).atEndOfMonth()))
        .filter(
            unit -> unit.validity().to() == null || !unit.validity().to().isBefore(year.atDay(1)))
        .toList();
  }
}
