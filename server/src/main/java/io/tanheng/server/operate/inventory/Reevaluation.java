package io.tanheng.server.operate.inventory;

import io.tanheng.accounting.Accounting;
import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.FactorChoice;
import io.tanheng.accounting.InputRow;
import io.tanheng.accounting.InputValue;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.RowId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import io.tanheng.server.operate.measure.OwnFactors;
import io.tanheng.standard.Factor;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Evaluates a stored run again from the inputs kept with it, for what other modules derive from
/// it.
///
/// A run is evaluated only by the very edition that made it; when the edition has changed since, it
/// is refused rather than evaluated by other formulas.
@Service
public class Reevaluation {
  private static final TypeReference<Map<String, StoredInput>> INPUTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

  /// Kept inputs may have been cut after twenty digits.
  private static final BigDecimal ROUNDING = new BigDecimal("0.001");

  private final InventoryStore store;
  private final Editions editions;
  private final FactorBook factors;
  private final JsonMapper json;

  Reevaluation(InventoryStore store, Editions editions, FactorBook factors, JsonMapper json) {
    this.store = store;
    this.editions = editions;
    this.factors = factors;
    this.json = json;
  }

  /// The stored run as the engine sees it, without production.
  public Inventory again(EnterpriseId enterprise, InventoryId id) {
    return again(enterprise, head(enterprise, id));
  }

  void requireSameEdition(EnterpriseId enterprise, InventoryId id) {
    edition(head(enterprise, id));
  }

  InventoryHead head(EnterpriseId enterprise, InventoryId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(InventoryProblem.NOT_FOUND));
  }

  private MethodEdition edition(InventoryHead head) {
    MethodEdition edition = editions.require(head.method());
    if (!edition.digest().equals(head.methodDigest())) {
      throw new ProblemException(
          InventoryProblem.EDITION_CHANGED,
          Map.of("number", head.number(), "method", edition.number()));
    }
    return edition;
  }

  Inventory again(EnterpriseId enterprise, InventoryHead head) {
    MethodEdition edition = edition(head);
    InventoryView.Named set = head.view().factorSet();
    FactorChoice choice = set == null ? FactorChoice.DEFAULT : FactorChoice.of(set.id());
    Map<String, List<InputRow>> rows = new LinkedHashMap<>();
    for (StoredRow row : store.rows(enterprise, head.id())) {
      rows.computeIfAbsent(row.source(), source -> new ArrayList<>()).add(input(row));
    }
    return switch (Accounting.run(edition, choice, new AccountingInput(rows, List.of()))) {
      case Outcome.Calculated(Inventory inventory) -> same(inventory, head);
      case Outcome.Refused(List<io.tanheng.units.Problem> problems) ->
          throw new IllegalStateException(
              "inventory " + head.id() + " cannot be evaluated again: " + problems);
    };
  }

  private static Inventory same(Inventory inventory, InventoryHead head) {
    String main = TotalSigns.main(inventory.edition()).key();
    BigDecimal now =
        new BigDecimal(
            Shown.result(Optional.ofNullable(inventory.totals().get(main)).orElseThrow().value()));
    if (now.subtract(new BigDecimal(head.view().total().value())).abs().compareTo(ROUNDING) > 0) {
      throw new IllegalStateException(
          "inventory " + head.id() + " gives " + now + ", not " + head.view().total().value());
    }
    return inventory;
  }

  private InputRow input(StoredRow row) {
    Map<String, String> labels = new LinkedHashMap<>(json.readValue(row.labels(), LABELS));
    labels.put("item", row.item());
    labels.put("month", row.month().toString());
    Map<String, InputValue> values = new HashMap<>();
    json.readValue(row.inputs(), INPUTS)
        .forEach((symbol, input) -> values.put(symbol, value(symbol, input)));
    return new InputRow(new RowId(String.valueOf(row.position())), values, labels);
  }

  /// A published factor stays one; a factor of the enterprise is a measured value like others.
  private InputValue value(String symbol, StoredInput input) {
    Quantity quantity =
        new Quantity(Rational.of(input.value()), Units.standard().require(input.unit()));
    FactorRef ref = input.factor();
    Optional<Factor> published =
        ref == null || ref.table().equals(OwnFactors.TABLE)
            ? Optional.empty()
            : factors
                .find(ref)
                .map(FactorBook.Entry::factor)
                .filter(factor -> factor.value().equals(quantity));
    return published
        .map(InputValue::of)
        .orElseGet(() -> InputValue.of(quantity, quantity.text(), symbol));
  }
}
