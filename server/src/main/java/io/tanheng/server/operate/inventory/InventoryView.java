package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inventory as screens and exports show it; stored with the run, so that it never looks
/// different later. Amounts are rounded once, to six decimals half up; `figure` names the trace of
/// a number.
record InventoryView(
    Method method,
    @Nullable Named factorSet,
    List<Choice> factorChoices,
    Figure total,
    List<Total> totals,
    List<Source> bySource,
    List<Month> byMonth,
    List<ProcessPart> byProcess,
    Text processBasis,
    boolean processComplete,
    List<Facility> byFacility,
    List<Item> items,
    List<Intensity> intensities,
    List<Indicator> indicators,
    List<Flag> flags,
    List<ProblemResponse.Item> warnings,
    Confidence confidence,
    Flow flow) {

  record Method(String id, String number, Text title, String status) {}

  record Named(String id, Text name) {}

  record Amount(String value, String unit) {}

  record Figure(@Nullable String figure, String value, String unit) {}

  record Choice(
      String source,
      Text sourceName,
      String table,
      String row,
      String column,
      Text name,
      Text tableTitle,
      Amount value,
      @Nullable String validity) {}

  record Total(
      String key,
      Text name,
      String level,
      boolean subtotal,
      String figure,
      String value,
      String unit,
      List<SignedSource> parts) {}

  /// A source of a total, with `+` or `-`.
  record SignedSource(String source, String sign) {}

  record Source(
      String key,
      Text name,
      String category,
      String sign,
      @Nullable String share,
      String figure,
      String value,
      String unit) {}

  record Month(String month, String figure, String value, String unit, List<MonthSource> sources) {}

  record MonthSource(String key, String figure, String value, String unit) {}

  /// `unitId` is absent for what no process can claim.
  record ProcessPart(
      @Nullable String unitId, Text name, @Nullable String share, String value, String unit) {}

  record Facility(
      String label,
      @Nullable String unitId,
      Text name,
      List<Total> totals,
      List<MonthSource> sources,
      List<Indicator> indicators) {}

  record Item(
      String source,
      String key,
      Text name,
      @Nullable String facility,
      @Nullable Amount amount,
      String figure,
      String value,
      String unit) {}

  record Intensity(
      String key,
      Text name,
      String figure,
      String value,
      String unit,
      Amount numerator,
      List<NumeratorPart> numeratorParts,
      Denominator denominator) {
    public Intensity {
      numeratorParts = numeratorParts == null ? List.of() : List.copyOf(numeratorParts);
    }
  }

  /// A figure of the inventory that makes up the numerator, with `+` or `-`.
  record NumeratorPart(String figure, Text name, String sign, String value, String unit) {}

  record Denominator(String value, String unit, Text name) {}

  record Indicator(
      String key, Text name, @Nullable String facility, String figure, String value, String unit) {}

  record Flag(String code, Text name, int count, List<String> rows) {}

  /// How many factor values of the trace rest on a source of each confidence.
  record Confidence(int verified, int recalled, int unsure) {}

  /// Where the carbon goes: no cycles, only positive values.
  record Flow(List<Node> nodes, List<Link> links, Text basis, String unit) {
    record Node(
        String id, String kind, Text name, @Nullable String unitId, @Nullable String source) {}

    record Link(String from, String to, String value, Text carrier) {}
  }
}
