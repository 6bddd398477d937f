package io.tanheng.server.operate.measure;

import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A monitoring parameter (监测参数): one quantity the plan watches at one unit of the boundary.
///
/// @param labels the words that name it in the plant's ledger, from general to particular
/// @param unitId the unit of the boundary tree it belongs to, where known
/// @param unit canonical symbol, see [Units]
/// @param position its place within the sheet
public record Parameter(
    ParameterId id,
    String sheet,
    List<String> labels,
    ParameterName name,
    @Nullable UUID unitId,
    String unit,
    String unitAsWritten,
    ParameterKind kind,
    SignRule signRule,
    ObtainedBy obtainedBy,
    String responsible,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    int position,
    int version) {

  public Parameter {
    labels = List.copyOf(labels);
  }

  /// What it is recognised by in a ledger: sheet and labels without width, spaces and case.
  public String key() {
    return key(sheet, labels);
  }

  public static String key(String sheet, List<String> labels) {
    return normalise(sheet)
        + "!"
        + labels.stream().map(Parameter::normalise).collect(Collectors.joining("|"));
  }

  private static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }

  public Unit measuredIn() {
    return Units.standard().require(unit);
  }

  /// Whether it is watched at any time of the year.
  public boolean isValidIn(Year year) {
    return !beginsAfter(year) && !endedBefore(year);
  }

  /// Whether it is watched only after the end of the year.
  public boolean beginsAfter(Year year) {
    return validFrom.isAfter(year.atMonth(12).atEndOfMonth());
  }

  /// Whether it was watched only before the year.
  public boolean endedBefore(Year year) {
    return validTo != null && validTo.isBefore(year.atDay(1));
  }

  /// The next version, watched between these days.
  Parameter watched(LocalDate from, @Nullable LocalDate to) {
    return new Parameter(
        id,
        sheet,
        labels,
        name,
        unitId,
        unit,
        unitAsWritten,
        kind,
        signRule,
        obtainedBy,
        responsible,
        from,
        to,
        position,
        version + 1);
  }
}
