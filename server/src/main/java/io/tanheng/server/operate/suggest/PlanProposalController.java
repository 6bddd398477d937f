package io.tanheng.server.operate.suggest;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.RequestProblem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.PlanItemJson;
import io.tanheng.server.operate.suggest.BindingSuggestion.Likelihood;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/plan-proposal")
class PlanProposalController {
  private final PlanProposals proposals;
  private final Suggestions suggestions;

  PlanProposalController(PlanProposals proposals, Suggestions suggestions) {
    this.proposals = proposals;
    this.suggestions = suggestions;
  }

  /// Items to take over with `POST …/method-plans`, one by one, and what they leave.
  record PlanProposalResponse(String method, List<ProposedItem> items, List<LeftOver> left) {}

  /// One item; `definition` is the body to post.
  record ProposedItem(
      PlanItemJson definition,
      Likelihood likelihood,
      List<ProposedInput> fed,
      List<Text> toChoose) {}

  /// One input and why it would take the parameters.
  record ProposedInput(
      String symbol, List<UUID> parameterIds, Likelihood likelihood, Text reason) {}

  /// A parameter no item would read.
  record LeftOver(UUID parameterId, Text name, Text reason) {}

  @GetMapping
  @Permission(Right.PARAMETER_READ)
  PlanProposalResponse propose(
      CallContext call, @RequestParam Year year, @RequestParam String method) {
    if (suggestions.edition(method).isEmpty()) {
      throw new ProblemException(RequestProblem.NOT_FOUND);
    }
    PlanProposals.Proposal proposal = proposals.propose(call.enterprise(), method, year);
    return new PlanProposalResponse(
        method,
        proposal.items().stream().map(PlanProposalController::item).toList(),
        proposal.left().stream()
            .map(one ->
                new LeftOver(
                    one.parameter().id().value(), one.parameter().name().text(), one.reason()))
            .toList());
  }

  private static ProposedItem item(PlanProposals.Item item) {
    return new ProposedItem(
        PlanItemJson.of(item.definition()),
        item.likelihood(),
        item.fed().stream()
            .map(fed ->
                new ProposedInput(
                    fed.symbol(),
                    fed.parameters().stream().map(ParameterId::value).toList(),
                    fed.likelihood(),
                    fed.reason()))
            .toList(),
        item.toChoose());
  }
}
