package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures of a stored run for modules that hold them against something else. Amounts are those
/// people see, rounded once to six decimals.
///
/// @param sector word of the catalogue, such as `steel`
/// @param current whether no other run supersedes it
/// @param total the figure the edition reports
/// @param direct the total without purchased electricity and heat
/// @param leftOut the sources of the total that `direct` leaves out
/// @param candidates every figure another rule may take as its input
public record RunFigures(
    InventoryId id,
    int number,
    InventoryPeriod period,
    String method,
    String methodNumber,
    Text methodTitle,
    String sector,
    boolean current,
    boolean provisional,
    Figure total,
    Figure direct,
    List<Text> leftOut,
    List<Source> sources,
    List<Item> items,
    List<Month> months,
    List<Figure> candidates,
    List<Figure> intensities,
    List<Flagged> flagged) {

  /// A number with its trace.
  ///
  /// @param key tells it from the other figures of the run
  /// @param figure names its trace; absent where none can be opened
  public record Figure(
      String key, @Nullable String figure, Text name, BigDecimal value, String unit) {}

  /// `sign` is that within the total: 1, -1 or 0.
  public record Source(
      String key,
      Text name,
      String category,
      int sign,
      String figure,
      BigDecimal value,
      String unit) {}

  /// An item of a source; the same item may stand at several facilities.
  public record Item(String source, String key, Text name) {}

  /// The results of a month by source, without sign.
  public record Month(YearMonth month, Map<String, BigDecimal> sources) {
    public Month {
      sources = Map.copyOf(sources);
    }
  }

  /// Months of an item in which a value was replaced or taken by default.
  ///
  /// @param rows figures of the rows concerned
  public record Flagged(
      String code,
      Text name,
      String source,
      Text sourceName,
      String item,
      Text itemName,
      List<YearMonth> months,
      List<String> rows) {}
}
