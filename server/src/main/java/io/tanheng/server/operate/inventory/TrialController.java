package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.operate.measure.PlanItemId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What would change, figure by figure, before anybody restates.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/inventories/{inventoryId}/trial")
class TrialController {
  private final Inventories inventories;
  private final InventoryStore store;
  private final Accounts accounts;
  private final JsonMapper json;

  TrialController(
      Inventories inventories, InventoryStore store, Accounts accounts, JsonMapper json) {
    this.inventories = inventories;
    this.store = store;
    this.accounts = accounts;
    this.json = json;
  }

  record TrialFactor(
      @NotNull @Size(max = 120) String table,
      @NotNull @Size(max = 120) String row,
      @NotNull @Size(max = 60) String column) {
    FactorRef toRef() {
      return new FactorRef(table, row, column);
    }
  }

  record PlannedFactor(
      @NotNull UUID planItemId,
      @NotNull @Size(max = 60) String symbol,
      @NotNull @Valid TrialFactor factor,
      @Nullable @Size(max = 20) List<@NotNull @Size(max = 60) String> drop) {}

  record TrialRequest(
      @Nullable @Size(max = 80) String method,
      @Nullable @Size(max = 80) String factorSet,
      @Nullable Map<String, @NotNull @Valid TrialFactor> factorChoices,
      @Nullable @Size(max = 100) List<@NotNull @Valid PlannedFactor> planned) {
    TryInventory toCommand() {
      Map<String, FactorRef> choices = new HashMap<>();
      if (factorChoices != null) {
        factorChoices.forEach((source, factor) -> choices.put(source, factor.toRef()));
      }
      List<PlannedFactor> items = planned == null ? List.of() : planned;
      return new TryInventory(
          method,
          factorSet,
          choices,
          items.stream()
              .map(one ->
                  new TryInventory.Planned(
                      new PlanItemId(one.planItemId()),
                      one.symbol(),
                      one.factor().toRef(),
                      one.drop() == null ? List.of() : one.drop()))
              .toList());
    }
  }

  /// `a` is the stored run, `b` what was tried. `b` has no id that could be opened.
  record TrialResponse(InventoryComparison comparison, List<ProblemResponse.Item> warnings) {}

  @PostMapping
  @Permission(Right.INVENTORY_RUN)
  TrialResponse tryOut(
      CallContext call, @PathVariable UUID inventoryId, @Valid @RequestBody TrialRequest body) {
    Trial trial = inventories.tryOut(call, new InventoryId(inventoryId), body.toCommand());
    InventoryHead before = trial.before();
    AccountId creator = new AccountId(before.createdBy());
    Map<AccountId, String> names = accounts.names(new HashSet<>(List.of(creator, call.account())));
    return new TrialResponse(
        InventoryComparison.of(
            new InventoryComparison.Side(
                before,
                names.getOrDefault(creator, creator.toString()),
                store.rows(call.enterprise(), before.id())),
            new InventoryComparison.Side(
                trial.tried(), names.getOrDefault(call.account(), ""), trial.rows()),
            json),
        trial.tried().view().warnings());
  }
}
