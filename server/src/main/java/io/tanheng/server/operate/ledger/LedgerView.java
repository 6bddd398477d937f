package io.tanheng.server.operate.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.SignRule;
import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A year of the ledger as the API shows it: one row per parameter, twelve cells.
///
/// @param coverage how many of the months are filled and confirmed
record LedgerView(List<String> months, List<String> sheets, List<Row> rows, Coverage coverage) {
  /// One parameter; a cell is null where nothing was ever recorded.
  record Row(
      ParameterHead parameter,
      @Nullable CellView opening,
      List<@Nullable CellView> cells,
      @Nullable BigDecimal total) {}

  /// What a row needs to know of its parameter.
  record ParameterHead(
      UUID id,
      Text name,
      @Nullable UUID unitId,
      String sheet,
      List<String> labels,
      String unit,
      String unitAsWritten,
      ParameterKind kind,
      SignRule signRule,
      String responsible,
      int version) {
    static ParameterHead of(Parameter parameter) {
      return new ParameterHead(
          parameter.id().value(),
          parameter.name().text(),
          parameter.unitId(),
          parameter.sheet(),
          parameter.labels(),
          parameter.unit(),
          parameter.unitAsWritten(),
          parameter.kind(),
          parameter.signRule(),
          parameter.responsible(),
          parameter.version());
    }
  }

  /// One line.
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CellView(
      UUID lineId,
      String month,
      Slot slot,
      @Nullable BigDecimal value,
      String unit,
      @Nullable BigDecimal writtenValue,
      @Nullable String asWritten,
      String asWrittenUnit,
      LineState state,
      OriginKind origin,
      int version,
      int vouchers,
      List<ProblemResponse.Item> problems) {
    static CellView of(LedgerLine line) {
      return new CellView(
          line.id().value(),
          line.month().toString(),
          line.slot(),
          line.value(),
          line.unit(),
          line.writtenValue(),
          line.asWritten(),
          line.unitAsWritten(),
          line.state(),
          OriginKind.of(line.origin()),
          line.version(),
          line.voucherDigests().size(),
          line.warnings().stream().map(ProblemResponse.Item::of).toList());
    }
  }

  /// Where a value came from, in a word.
  enum OriginKind {
    MANUAL,
    IMPORT;

    static OriginKind of(LineOrigin origin) {
      return switch (origin) {
        case LineOrigin.Manual() -> MANUAL;
        case LineOrigin.Imported _ -> IMPORT;
      };
    }
  }

  /// Filled and confirmed of the months there could be.
  record Coverage(int filled, int confirmed, int possible) {}

  static LedgerView of(Year year, List<Parameter> parameters, List<LedgerLine> lines) {
    Map<LineKey, LedgerLine> byKey = new HashMap<>();
    lines.forEach(line -> byKey.put(line.key(), line));
    List<YearMonth> months = IntStream.rangeClosed(1, 12).mapToObj(year::atMonth).toList();
    List<Row> rows = new ArrayList<>();
    for (Parameter parameter : parameters) {
      rows.add(row(parameter, months, byKey));
    }
    int filled =
        (int)
            rows.stream().flatMap(row -> row.cells().stream()).filter(LedgerView::isFilled).count();
    int confirmed =
        (int)
            rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell != null && cell.state() != LineState.OPEN)
                .count();
    return new LedgerView(
        months.stream().map(YearMonth::toString).toList(),
        parameters.stream().map(Parameter::sheet).distinct().toList(),
        rows,
        new Coverage(filled, confirmed, rows.size() * months.size()));
  }

  private static boolean isFilled(@Nullable CellView cell) {
    return cell != null && cell.value() != null;
  }

  private static Row row(
      Parameter parameter, List<YearMonth> months, Map<LineKey, LedgerLine> byKey) {
    List<@Nullable CellView> cells = new ArrayList<>();
    for (YearMonth month : months) {
      cells.add(cell(byKey, parameter.id(), month, Slot.MONTH));
    }
    return new Row(
        ParameterHead.of(parameter),
        cell(byKey, parameter.id(), months.getFirst(), Slot.OPENING),
        cells,
        total(parameter, cells));
  }

  private static @Nullable CellView cell(
      Map<LineKey, LedgerLine> byKey, ParameterId parameter, YearMonth month, Slot slot) {
    LedgerLine line = byKey.get(new LineKey(parameter, month, slot));
    return line == null ? null : CellView.of(line);
  }

  /// The sum of the months, where months add up and all are in the parameter's unit.
  private static @Nullable BigDecimal total(Parameter parameter, List<@Nullable CellView> cells) {
    boolean adds =
        parameter.kind() == ParameterKind.FLOW || parameter.kind() == ParameterKind.OUTPUT;
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (CellView cell : cells) {
      if (cell != null && cell.value() != null) {
        if (!cell.unit().equals(parameter.unit())) {
          return null;
        }
        sum = sum.add(cell.value());
        any = true;
      }
    }
    return adds && any ? sum : null;
  }
}
