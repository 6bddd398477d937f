package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks entries against their parameters and turns them into lines.
final class EntryCheck {
  private EntryCheck() {}

  static List<Problem> check(List<LineEntry> entries, Map<ParameterId, Parameter> known) {
    List<Problem> problems = new ArrayList<>();
    Set<LineKey> seen = new HashSet<>();
    for (LineEntry entry : entries) {
      Parameter parameter = known.get(entry.key().parameterId());
      Map<String, Object> where = new HashMap<>();
      where.put("parameterId", entry.key().parameterId().toString());
      where.put("slot", entry.key().slot().name());
      where.put("month", entry.key().month().toString());
      if (parameter == null) {
        problems.add(Problem.error(LedgerProblem.PARAMETER_UNKNOWN, where));
      } else {
        where.put("parameter", parameter.name().text());
        problem(entry, parameter, seen.add(entry.key()), where).ifPresent(problems::add);
      }
    }
    return problems;
  }

  /// @param where what names the line; filled up with what the text of the problem needs
  private static Optional<Problem> problem(
      LineEntry entry, Parameter parameter, boolean first, Map<String, Object> where) {
    if (!first) {
      return Optional.of(Problem.error(LedgerProblem.ENTERED_TWICE, where));
    }
    if (entry.key().slot() == Slot.OPENING && parameter.kind() != ParameterKind.STOCK) {
      return Optional.of(Problem.error(LedgerProblem.OPENING_ONLY_FOR_STOCK, where));
    }
    BigDecimal value = entry.value();
    if (value != null && value.signum() < 0 && parameter.signRule() == SignRule.NONNEGATIVE) {
      where.put("value", value);
      return Optional.of(Problem.error(LedgerProblem.NEGATIVE_NOT_ALLOWED, where));
    }
    where.put("unit", entry.unitAsWritten());
    where.put("expected", parameter.unit());
    return switch (Units.standard().parse(entry.unitAsWritten())) {
      case Result.Failure<Unit> _ -> Optional.of(Problem.error(LedgerProblem.UNIT_UNKNOWN, where));
      case Result.Success<Unit>(Unit unit) ->
          unit.convertsTo(parameter.measuredIn())
              ? Optional.empty()
              : Optional.of(Problem.error(LedgerProblem.UNIT_MISMATCH, where));
    };
  }

  /// The line an entry makes; the entry has passed [#check].
  static LedgerLine line(
      CallContext call, LineId id, int version, LineEntry entry, Parameter parameter) {
    Unit written = Units.standard().require(entry.unitAsWritten());
    BigDecimal value = entry.value();
    Converted converted = convert(value, written, parameter.measuredIn());
    return new LedgerLine(
        id,
        entry.key(),
        version,
        LineState.OPEN,
        converted.value(),
        converted.unit().symbol(),
        value,
        entry.asWritten(),
        entry.unitAsWritten(),
        entry.origin(),
        call.account(),
        call.time(),
        call.why(),
        entry.warnings(),
        List.of());
  }

  private record Converted(@Nullable BigDecimal value, Unit unit) {}

  /// In the unit of the parameter when that is a finite decimal, else as written: exact either way.
  private static Converted convert(@Nullable BigDecimal value, Unit written, Unit wanted) {
    if (value == null) {
      return new Converted(null, wanted);
    }
    Rational inWanted = Quantity.of(value.toPlainString(), written).in(wanted).value();
    return inWanted.isDecimal()
        ? new Converted(inWanted.toDecimal(), wanted)
        : new Converted(value, written);
  }

  /// The same line in another state, as the next version.
  static LedgerLine moved(CallContext call, LedgerLine line, LineState to) {
    return new LedgerLine(
        line.id(),
        line.key(),
        line.version() + 1,
        to,
        line.value(),
        line.unit(),
        line.writtenValue(),
        line.asWritten(),
        line.unitAsWritten(),
        line.origin(),
        call.account(),
        call.time(),
        call.why(),
        line.warnings(),
        line.voucherDigests());
  }

  /// Whether recording `line` would add nothing: same value, written in the same unit.
  static boolean saysTheSame(LedgerLine before, LedgerLine line) {
    return sameNumber(before.writtenValue(), line.writtenValue())
        && Objects.equals(before.unit(), line.unit())
        && sameNumber(before.value(), line.value());
  }

  private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
