package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.intake.RowPlan.CellPlan;
import io.tanheng.server.operate.intake.RowPlan.Change;
import io.tanheng.server.operate.intake.RowPlan.Target;
import io.tanheng.server.operate.intake.workbook.CellRef;
import io.tanheng.server.operate.intake.workbook.LedgerSheet;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineState;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.server.operate.suggest.BindingSuggestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An import as the API shows it.
record ImportResponse(
    UUID id,
    int year,
    ImportFile file,
    ImportState state,
    LedgerSheet.Layout layout,
    @Nullable String fingerprint,
    String createdAt,
    UUID createdById,
    @Nullable String committedAt,
    @Nullable UUID committedById,
    List<ImportSheet> sheets,
    List<ProblemResponse.Item> problems,
    ImportCounts counts) {

  /// The uploaded file; `digest` is null when it was not safe to keep.
  record ImportFile(String name, long sizeBytes, @Nullable String digest) {}

  /// One sheet of the file.
  record ImportSheet(
      String name,
      LedgerSheet.Role role,
      LedgerSheet.Layout layout,
      List<Integer> headerRows,
      List<MonthColumn> monthColumns,
      List<ImportRow> rows) {}

  /// A column and the month it stands for.
  record MonthColumn(String column, String month) {}

  /// What becomes of a row.
  enum Action {
    MAP,
    NEW,
    IGNORE,
    UNDECIDED
  }

  /// One row of the file and where its values would go.
  record ImportRow(
      String id,
      int row,
      String column,
      List<String> labels,
      @Nullable String symbol,
      @Nullable String block,
      String unitAsWritten,
      @Nullable String unit,
      Action action,
      @Nullable UUID parameterId,
      @Nullable Text parameterName,
      @Nullable Suggestion suggestion,
      @Nullable ProposedParameter newParameter,
      List<RowBinding> bindings,
      List<ImportCell> cells) {}

  /// A parameter that may be meant.
  record Suggestion(UUID parameterId, Text name) {}

  /// An input of a method that the values of a new parameter may feed; never applied by itself.
  record RowBinding(
      String method,
      String source,
      Text sourceName,
      String item,
      Text itemName,
      Map<String, String> labels,
      String symbol,
      Text symbolName,
      BindingSuggestion.Likelihood likelihood,
      Text reason) {
    static RowBinding of(BindingSuggestion suggestion) {
      return new RowBinding(
          suggestion.method(),
          suggestion.source(),
          suggestion.sourceName(),
          suggestion.item(),
          suggestion.itemName(),
          suggestion.labels(),
          suggestion.symbol(),
          suggestion.symbolName(),
          suggestion.likelihood(),
          suggestion.reason());
    }
  }

  /// A parameter that would be made.
  record ProposedParameter(
      ParameterName name,
      String sheet,
      List<String> labels,
      String unit,
      ParameterKind kind,
      SignRule signRule) {
    static ProposedParameter of(DefineParameter parameter) {
      return new ProposedParameter(
          parameter.name(),
          parameter.sheet(),
          parameter.labels(),
          parameter.unitAsWritten(),
          parameter.kind(),
          parameter.signRule());
    }
  }

  /// One value, and what the ledger holds now.
  record ImportCell(
      String month,
      Slot slot,
      String cell,
      BigDecimal value,
      String asWritten,
      Change change,
      @Nullable Before before) {}

  /// The present ledger value.
  record Before(
      UUID lineId, @Nullable BigDecimal value, String unit, LineState state, int version) {}

  /// How much of what there is.
  record ImportCounts(
      int rows,
      int mapped,
      int created,
      int ignored,
      int undecided,
      int values,
      int added,
      int same,
      int changed,
      int confirmed,
      int errors,
      int warnings,
      int written) {}

  static ImportResponse of(
      ImportPreview preview, Function<RowPlan, List<BindingSuggestion>> suggestions) {
    ImportHead head = preview.head();
    List<RowPlan> rows = preview.plan().map(ImportPlan::rows).orElse(List.of());
    return new ImportResponse(
        head.id().value(),
        head.year().getValue(),
        new ImportFile(head.fileName(), head.sizeBytes(), head.fileDigest()),
        head.state(),
        preview.plan().map(ImportPlan::layout).orElse(LedgerSheet.Layout.NONE),
        preview.plan().map(ImportPlan::fingerprint).orElse(null),
        head.createdAt().toString(),
        head.createdBy().value(),
        head.committedAt() == null ? null : head.committedAt().toString(),
        head.committedBy() == null ? null : head.committedBy().value(),
        preview.plan().map(ImportPlan::sheets).orElse(List.of()).stream()
            .map(sheet -> sheet(sheet, rows, suggestions))
            .toList(),
        preview.problems().stream().map(ProblemResponse.Item::of).toList(),
        counts(preview, rows));
  }

  private static ImportSheet sheet(
      LedgerSheet sheet,
      List<RowPlan> rows,
      Function<RowPlan, List<BindingSuggestion>> suggestions) {
    return new ImportSheet(
        sheet.name(),
        sheet.role(),
        sheet.layout(),
        sheet.headerRows(),
        sheet.monthColumns().entrySet().stream()
            .map(entry ->
                new MonthColumn(CellRef.letters(entry.getKey()), entry.getValue().toString()))
            .toList(),
        rows.stream()
            .filter(row -> row.series().sheet().equals(sheet.name()))
            .map(row -> row(row, suggestions.apply(row)))
            .toList());
  }

  private static ImportRow row(RowPlan row, List<BindingSuggestion> suggestions) {
    return new ImportRow(
        row.series().id(),
        row.series().anchor().row(),
        CellRef.letters(row.series().anchor().column()),
        row.series().labels(),
        row.series().symbol().orElse(null),
        row.series().block().orElse(null),
        row.series().unitText(),
        row.unit().map(unit -> unit.symbol()).orElse(null),
        action(row.target()),
        row.parameter().map(parameter -> parameter.id().value()).orElse(null),
        row.parameter().map(parameter -> parameter.name().text()).orElse(null),
        row.suggestion()
            .map(parameter -> new Suggestion(parameter.id().value(), parameter.name().text()))
            .orElse(null),
        row.target() instanceof Target.Proposed(DefineParameter proposed)
            ? ProposedParameter.of(proposed)
            : null,
        suggestions.stream().map(RowBinding::of).toList(),
        row.cells().stream().map(ImportResponse::cell).toList());
  }

  private static Action action(Target target) {
    return switch (target) {
      case Target.Existing _ -> Action.MAP;
      case Target.Proposed _ -> Action.NEW;
      case Target.Ignored() -> Action.IGNORE;
      case Target.Undecided() -> Action.UNDECIDED;
    };
  }

  private static ImportCell cell(CellPlan cell) {
    return new ImportCell(
        cell.month().toString(),
        cell.slot(),
        cell.cell().ref().toString(),
        cell.value(),
        cell.cell().shown(),
        cell.change(),
        cell.present().map(ImportResponse::before).orElse(null));
  }

  private static Before before(LedgerLine line) {
    return new Before(line.id().value(), line.value(), line.unit(), line.state(), line.version());
  }

  private static ImportCounts counts(ImportPreview preview, List<RowPlan> rows) {
    int errors =
        (int)
            preview.problems().stream()
                .filter(problem ->
                    ProblemResponse.Item.of(problem).severity() == ProblemResponse.Severity.error)
                .count();
    return new ImportCounts(
        rows.size(),
        count(rows, Action.MAP),
        count(rows, Action.NEW),
        count(rows, Action.IGNORE),
        count(rows, Action.UNDECIDED),
        rows.stream().mapToInt(row -> row.cells().size()).sum(),
        count(rows, Change.NEW),
        count(rows, Change.SAME),
        count(rows, Change.CHANGED),
        count(rows, Change.CONFIRMED),
        errors,
        preview.problems().size() - errors,
        preview.head().linesWritten());
  }

  private static int count(List<RowPlan> rows, Action action) {
    return (int) rows.stream().filter(row -> action(row.target()) == action).count();
  }

  private static int count(List<RowPlan> rows, Change change) {
    return (int)
        rows.stream()
            .filter(row -> !(row.target() instanceof Target.Ignored))
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.change() == change)
            .count();
  }
}
