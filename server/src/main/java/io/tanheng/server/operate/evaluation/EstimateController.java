package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.inventory.InventoryId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Monte Carlo estimates: asked for, watched, kept.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/evaluation/estimates")
class EstimateController {
  private final Uncertainties uncertainties;
  private final Accounts accounts;

  EstimateController(Uncertainties uncertainties, Accounts accounts) {
    this.uncertainties = uncertainties;
    this.accounts = accounts;
  }

  /// An estimate; `upToDate` says whether the entries are still those it was made with.
  record EstimateResponse(
      UUID id,
      UUID inventoryId,
      int trials,
      int seed,
      int done,
      Estimate.State state,
      boolean upToDate,
      int inputs,
      @Nullable Text failure,
      Estimate.@Nullable Result result,
      String requestedBy,
      String requestedAt) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  Page<EstimateResponse> list(CallContext call, @RequestParam UUID inventoryId) {
    List<Estimate> all = uncertainties.estimates(call, new InventoryId(inventoryId));
    return Page.whole(responses(call, all));
  }

  @GetMapping("/{estimateId}")
  @Permission(Right.INVENTORY_READ)
  EstimateResponse find(CallContext call, @PathVariable EstimateId estimateId) {
    return responses(call, List.of(uncertainties.estimate(call, estimateId))).getFirst();
  }

  /// The same seed with the same entries gives the same result; without one it is left to chance.
  record EstimateRequest(
      @NotNull UUID inventoryId,
      @Min(Estimate.FEWEST_TRIALS) @Max(Estimate.MOST_TRIALS) int trials,
      @Nullable @Min(0) @Max(Integer.MAX_VALUE) Integer seed) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Permission(Right.EVALUATION_EDIT)
  EstimateResponse ask(CallContext call, @Valid @RequestBody EstimateRequest body) {
    Estimate asked =
        uncertainties.ask(call, new InventoryId(body.inventoryId()), body.trials(), body.seed());
    return responses(call, List.of(asked)).getFirst();
  }

  /// Estimates of one run.
  private List<EstimateResponse> responses(CallContext call, List<Estimate> estimates) {
    if (estimates.isEmpty()) {
      return List.of();
    }
    String method = uncertainties.methodOf(call.enterprise(), estimates.getFirst().run());
    Estimate.Plan present = uncertainties.plan(call.enterprise(), method);
    Set<AccountId> people = estimates.stream().map(Estimate::by).collect(Collectors.toSet());
    Map<AccountId, String> names = accounts.names(people);
    return estimates.stream().map(one -> response(one, present, names)).toList();
  }

  private static EstimateResponse response(
      Estimate estimate, Estimate.Plan present, Map<AccountId, String> names) {
    return new EstimateResponse(
        estimate.id().value(),
        estimate.run().value(),
        estimate.trials(),
        estimate.seed(),
        estimate.done(),
        estimate.state(),
        estimate.plan().equals(present),
        estimate.plan().inputs().size(),
        estimate.failure() == null ? null : words(estimate.failure()),
        estimate.result(),
        UncertaintyController.name(estimate.by(), names),
        estimate.at().toString());
  }

  private static Text words(String failure) {
    return Arrays.stream(EvaluationProblem.values())
        .filter(problem -> problem.key().equals(failure))
        .findFirst()
        .map(problem -> Problem.error(problem, Map.of()).message())
        .orElseGet(() -> Problem.error(EvaluationProblem.ESTIMATE_FAILED, Map.of()).message());
  }
}
