package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.Definition.Mode;
import io.tanheng.server.foundation.approval.Definition.Rule;
import io.tanheng.server.foundation.approval.Definition.Step;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A [Definition] as the API and the database write it.
record DefinitionJson(
    @NotNull Text title,
    @NotNull @Size(max = 12) List<@NotNull @Valid StepJson> steps,
    @NotNull @Size(max = 3) List<@NotNull Rule> rules) {
  /// One step as written.
  record StepJson(
      @NotNull @Size(max = 40) String key,
      @NotNull Text name,
      @NotNull @Size(max = 16) List<@NotNull Role> roles,
      @NotNull @Size(max = 40) List<@NotNull UUID> persons,
      @NotNull Mode mode,
      boolean optional) {}

  static DefinitionJson of(Definition definition) {
    return new DefinitionJson(
        definition.title(),
        definition.steps().stream().map(DefinitionJson::step).toList(),
        definition.rules().stream().sorted().toList());
  }

  private static StepJson step(Step step) {
    return new StepJson(
        step.key(),
        step.name(),
        List.copyOf(step.roles()),
        step.persons().stream().map(AccountId::value).toList(),
        step.mode(),
        step.optional());
  }

  Definition toDefinition(String subject, int version) {
    List<Problem> problems = new ArrayList<>();
    if (steps.isEmpty()) {
      problems.add(invalid("steps"));
    }
    Set<String> keys = new HashSet<>();
    List<Step> made = new ArrayList<>();
    for (int position = 0; position < steps.size(); position++) {
      StepJson step = steps.get(position);
      String member = "steps[" + position + "]";
      if (!step.key().matches("[a-z][a-z0-9-]*") || !keys.add(step.key())) {
        problems.add(invalid(member + ".key"));
      }
      if (step.name().zh().isBlank() || step.name().en().isBlank()) {
        problems.add(invalid(member + ".name"));
      }
      if (step.roles().isEmpty() && step.persons().isEmpty()) {
        problems.add(invalid(member + ".roles"));
      }
      Set<AccountId> persons = new LinkedHashSet<>();
      step.persons().forEach(person -> persons.add(new AccountId(person)));
      made.add(
          new Step(
              step.key(),
              step.name(),
              new LinkedHashSet<>(step.roles()),
              persons,
              step.mode(),
              step.optional()));
    }
    if (!steps.isEmpty() && steps.stream().allMatch(StepJson::optional)) {
      problems.add(invalid("steps"));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(
          ApprovalProblem.DEFINITION_INVALID, problems.getFirst().args(), problems);
    }
    return new Definition(subject, version, title, made, new HashSet<>(rules));
  }

  private static Problem invalid(String member) {
    return Problem.error(ApprovalProblem.DEFINITION_INVALID, Map.of("member", member))
        .at(Problem.Place.field(member));
  }
}
