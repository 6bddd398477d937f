package io.tanheng.server.operate.inventory;

import io.tanheng.server.operate.measure.InputUnits;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The inputs of method editions, for modules that prepare values for them.
@Service
public class MethodInputs implements InputUnits {
  private final Editions editions;

  MethodInputs(Editions editions) {
    this.editions = editions;
  }

  /// Whether the catalogue holds the edition with its text confirmed.
  public boolean isUsable(String method) {
    return editions
        .find(method)
        .filter(edition -> edition.status() != EditionStatus.TEXT_NOT_CONFIRMED)
        .isPresent();
  }

  /// The units an input takes, one for each variant and those that stand for one; empty when there
  /// is no such input.
  public Optional<Collection<Unit>> units(String method, String source, String symbol) {
    return editions
        .find(method)
        .flatMap(edition -> Optional.ofNullable(edition.sources().get(source)))
        .flatMap(known -> Optional.ofNullable(known.inputs().get(symbol)))
        .map(MethodInputs::units);
  }

  /// The same for the inputs of a plan item; a member of a family takes the units of the family.
  @Override
  public Optional<Collection<Unit>> units(
      String method, PlanUse use, String source, String symbol) {
    return editions
        .find(method)
        .flatMap(edition -> inputs(edition, use, source))
        .flatMap(inputs -> find(inputs, symbol))
        .map(MethodInputs::units);
  }

  private static Optional<Map<String, InputSymbol>> inputs(
      MethodEdition edition, PlanUse use, String source) {
    return switch (use) {
      case SOURCE -> Optional.ofNullable(edition.sources().get(source)).map(s -> s.inputs());
      case PRODUCTION -> Optional.of(edition.production().inputs());
    };
  }

  private static Optional<InputSymbol> find(Map<String, InputSymbol> inputs, String symbol) {
    InputSymbol own = inputs.get(symbol);
    return own != null
        ? Optional.of(own)
        : inputs.values().stream()
            .filter(input -> input.family().isPresent() && symbol.startsWith(input.key() + "_"))
            .max(Comparator.comparingInt(input -> input.key().length()));
  }

  static Collection<Unit> units(InputSymbol input) {
    List<Unit> units = new ArrayList<>(input.units().values());
    input.accepts().keySet().forEach(unit -> units.add(Units.standard().require(unit)));
    return units;
  }
}
