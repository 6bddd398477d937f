package io.tanheng.accounting;

import io.tanheng.formula.Compiled;
import io.tanheng.formula.Inputs;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.Route;
import io.tanheng.standard.Symbol;
import io.tanheng.standard.Variant;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How every row of one shape is calculated: one source, one variant, one set of entered symbols,
/// hence one route per symbol. Rows of a plant have few shapes, so a plan is made once and used for
/// thousands of rows.
///
/// Values of a row live in an array: first the inputs, in the order of [#slots], then the computed
/// symbols in the order of [#steps].
final class RowPlan {

  final EmissionSource source;
  final Variant variant;
  final List<Slot> slots;
  final List<SymbolStep> steps;
  final Optional<Evaluation> result;

  RowPlan(
      EmissionSource source,
      Variant variant,
      List<Slot> slots,
      List<SymbolStep> steps,
      Optional<Evaluation> result) {
    this.source = source;
    this.variant = variant;
    this.slots = List.copyOf(slots);
    this.steps = List.copyOf(steps);
    this.result = result;
  }

  /// The values of a row by slot, null where the row leaves the slot to zero or a default; null as
  /// a whole when the row does not carry exactly the symbols of this plan.
  @Nullable InputValue @Nullable [] givenBy(Map<String, InputValue> quantities) {
    var values = new InputValue[slots.size()];
    int given = 0;
    for (int i = 0; i < values.length; i++) {
      Slot slot = slots.get(i);
      if (!slot.given()) {
        continue;
      }
      InputValue value = quantities.get(slot.name());
      if (value == null) {
        return null;
      }
      values[i] = value;
      given++;
    }
    return given == quantities.size() ? values : null;
  }

  int size() {
    return slots.size() + steps.size();
  }

  /// One input of the row.
  ///
  /// @param name as on the row, such as `FC` or `V_CH4`
  /// @param given whether rows of this shape carry it; otherwise it is zero or a default
  /// @param onlyKept whether no formula uses it
  record Slot(String name, InputSymbol input, boolean given, boolean onlyKept, Quantity zero) {

    static Slot of(
        String name, InputSymbol input, boolean given, boolean onlyKept, Variant variant) {
      return new Slot(
          name, input, given, onlyKept, new Quantity(Rational.ZERO, input.unit(variant)));
    }
  }

  /// One computed symbol, with the route taken.
  ///
  /// @param nonnegative whether the input of the same name may not be negative, so that a computed
  ///   value may not either
  record SymbolStep(Symbol symbol, Route route, Evaluation evaluation, boolean nonnegative) {}

  /// A formula with the places of its values.
  static final class Evaluation {
    final Compiled formula;

    /// Index into the values, for each symbol of the formula in its own order.
    final int[] arguments;

    /// For each family of the formula, the members of the row.
    final List<List<Member>> members;

    /// Filled anew for every row; a plan belongs to one run and hence to one thread.
    private final Inputs scratch;

    private final boolean singleName;

    Evaluation(Compiled formula, int[] arguments, List<List<Member>> members) {
      this.formula = formula;
      this.arguments = arguments;
      this.members = members;
      this.scratch = formula.inputs();
      this.singleName =
          arguments.length == 1
              && formula.expression().toSource().equals(formula.symbols().getFirst());
    }

    /// The value for one row. A formula that is a single name passes its value on.
    Result<Quantity> evaluate(Quantity[] values) {
      if (isSingleName()) {
        return Result.of(values[arguments[0]]);
      }
      fill(scratch, values);
      return formula.evaluate(scratch);
    }

    boolean isSingleName() {
      return singleName;
    }

    /// The inputs of the formula for one row, kept by the caller.
    Inputs inputs(Quantity[] values) {
      Inputs inputs = formula.inputs();
      fill(inputs, values);
      return inputs;
    }

    private void fill(Inputs inputs, Quantity[] values) {
      for (int slot = 0; slot < arguments.length; slot++) {
        inputs.set(slot, values[arguments[slot]]);
      }
      for (int family = 0; family < members.size(); family++) {
        String name = formula.families().get(family);
        for (Member member : members.get(family)) {
          inputs.setMember(name, member.index(), values[member.at()]);
        }
      }
    }
  }

  /// One member of a family: `CH4` of `V`.
  record Member(String index, int at) {}
}
