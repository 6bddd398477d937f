package io.tanheng.server.operate.evaluation;

import io.tanheng.accounting.Distribution;
import io.tanheng.accounting.ErrorPropagation;
import io.tanheng.accounting.UncertaintyPlan;
import io.tanheng.accounting.UncertaintyPlan.Shared;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How uncertain certain values of a method are, as somebody entered it with its basis.
///
/// @param source where absent, every source; likewise item and symbol
/// @param published whether only values from tables are meant, or only others; absent for both
/// @param stated the number as entered, in percent, in the sense of `statedAs`
/// @param shared which values have the error in common
/// @param evidence where the number comes from: certificate number, standard, judgement of whom
record UncertainInput(
    String method,
    @Nullable String source,
    @Nullable String item,
    @Nullable String symbol,
    @Nullable Boolean published,
    Distribution.Shape shape,
    StatedAs statedAs,
    BigDecimal stated,
    Shared shared,
    Basis basis,
    String evidence) {

  /// In which sense a number is entered.
  enum StatedAs {
    /// 标准不确定度 u.
    STANDARD,
    /// 95 % 置信区间半宽 U.
    HALF_WIDTH,
    /// 最大允许误差 or accuracy class.
    MAXIMUM_ERROR
  }

  /// What kind of knowledge it is.
  enum Basis {
    CALIBRATION,
    ACCURACY_CLASS,
    REPEATED_TESTS,
    LITERATURE,
    EXPERT_JUDGEMENT
  }

  /// The more closely an entry names its values, the earlier it is asked.
  static final Comparator<Entry<UncertainInput>> CLOSEST_FIRST =
      Comparator.comparingInt((Entry<UncertainInput> one) -> one.content().closeness())
          .reversed()
          .thenComparing(one -> one.id().value());

  private int closeness() {
    return (item == null ? 0 : 8)
        + (symbol == null ? 0 : 4)
        + (source == null ? 0 : 2)
        + (published == null ? 0 : 1);
  }

  /// Tells it from others: which values it is about.
  String subject() {
    return String.join(
        "\n",
        method,
        String.valueOf(source),
        String.valueOf(item),
        String.valueOf(symbol),
        String.valueOf(published));
  }

  /// Half the width of the 95 % interval in percent; a maximum error is taken as a rectangle,
  /// expanded by two (uncertainty sheet §2.2).
  double percent() {
    double number = stated.doubleValue();
    return switch (statedAs) {
      case STANDARD -> Distribution.NORMAL_95 * number;
      case HALF_WIDTH -> number;
      case MAXIMUM_ERROR -> ErrorPropagation.instrument(number, 2).percent();
    };
  }

  UncertaintyPlan.Rule toRule(EntryId id) {
    return new UncertaintyPlan.Rule(
        id.toString(),
        Optional.ofNullable(source),
        Optional.ofNullable(item),
        Optional.ofNullable(symbol),
        Optional.ofNullable(published),
        shape,
        percent(),
        shared,
        evidence);
  }
}
