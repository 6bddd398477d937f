package io.tanheng.server.operate.intake.workbook;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/// What a cell holds.
public sealed interface Content {
  /// Text: shared, rich or inline.
  record Words(String text) implements Content {}

  /// A number, rounded to the 15 significant digits a spreadsheet vouches for.
  ///
  /// A workbook stores binary floating point, so `480743.33` may stand there as
  /// `480743.32999999996`.
  record Figure(BigDecimal value) implements Content {}

  /// A number formatted as date or time.
  record Moment(LocalDateTime time) implements Content {}

  /// A formula error such as `#REF!`.
  record Fault(String code) implements Content {}

  /// TRUE or FALSE.
  record Truth(boolean value) implements Content {}

  /// The content as a person would read it, for messages.
  default String shown() {
    return switch (this) {
      case Words(String text) -> text.strip();
      case Figure(BigDecimal value) -> value.toPlainString();
      case Moment(LocalDateTime time) -> time.toLocalDate().toString();
      case Fault(String code) -> code;
      case Truth(boolean value) -> value ? "TRUE" : "FALSE";
    };
  }
}
