package io.tanheng.server.operate.inventory;

import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.InputSymbol;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The inputs of method editions, for modules that prepare values for them.
@Service
public class MethodInputs {
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

  private static Collection<Unit> units(InputSymbol input) {
    List<Unit> units = new ArrayList<>(input.units().values());
    input.accepts().keySet().forEach(unit -> units.add(Units.standard().require(unit)));
    return units;
  }
}
