package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.view.ViewSnapshot;
import io.tanheng.server.plan.organization.BoundaryUnit;
import io.tanheng.server.plan.organization.Enterprise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything a report is compiled from.
///
/// @param period the year `2025`, or a month `2025-06`
/// @param viewOrNull the run by another standard, where the layout asks for it
/// @param evidence the ledger lines of the month with their proofs; for monthly evidence only
/// @param entered what the person who compiles adds, by field name
public record CompileInput(
    Enterprise.Profile enterprise,
    String period,
    @Nullable InventorySnapshot inventoryOrNull,
    @Nullable ViewSnapshot viewOrNull,
    List<BoundaryUnit> units,
    List<Parameter> parameters,
    List<EvidenceFile> evidence,
    Map<String, String> entered) {
  public CompileInput {
    units = List.copyOf(units);
    parameters = List.copyOf(parameters);
    evidence = List.copyOf(evidence);
    entered = Map.copyOf(entered);
  }

  public Optional<InventorySnapshot> findInventory() {
    return Optional.ofNullable(inventoryOrNull);
  }

  InventorySnapshot inventory() {
    if (inventoryOrNull == null) {
      throw new IllegalStateException("this layout needs an inventory");
    }
    return inventoryOrNull;
  }

  ViewSnapshot view() {
    if (viewOrNull == null) {
      throw new IllegalStateException("this layout needs a view");
    }
    return viewOrNull;
  }

  /// A field in both languages where it has them.
  Text words(String key) {
    if (key.equals("enterprise.name")) {
      return enterprise.name();
    }
    String value = field(key);
    return value.isEmpty() ? new Text("—", "—") : new Text(value, value);
  }

  /// The value of a field of a layout; empty where there is none.
  public String field(String key) {
    if (key.startsWith("entered.")) {
      return entered.getOrDefault(key.substring("entered.".length()), "").strip();
    }
    return switch (key) {
      case "enterprise.name" -> enterprise.name().zh();
      case "enterprise.creditCode" ->
          enterprise.creditCode() == null ? "" : enterprise.creditCode();
      case "enterprise.address" -> enterprise.address();
      case "enterprise.industryCode" -> enterprise.industryCode();
      case "enterprise.boundary" -> enterprise.boundary();
      case "report.period" -> period;
      default -> throw new IllegalStateException("no field " + key);
    };
  }
}
