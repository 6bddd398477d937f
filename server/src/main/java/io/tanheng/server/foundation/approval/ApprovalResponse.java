package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.Approval.Act;
import io.tanheng.server.foundation.approval.Approval.ActKind;
import io.tanheng.server.foundation.approval.Definition.Mode;
import io.tanheng.server.foundation.approval.Definition.Rule;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A round of approval as the API writes it.
record ApprovalResponse(
    UUID id,
    int number,
    SubjectPart subject,
    ApprovalState state,
    int step,
    PersonPart submittedBy,
    Instant submittedAt,
    @Nullable Instant endedAt,
    List<PersonPart> authors,
    int definitionVersion,
    List<Rule> rules,
    List<StepPart> steps,
    List<ActPart> acts,
    MinePart mine) {

  record PersonPart(UUID id, String name) {}

  /// What is approved. `unchanged` is false when it is not what was submitted any more.
  record SubjectPart(
      String type,
      Text typeName,
      UUID id,
      int version,
      String digest,
      Text title,
      String path,
      boolean unchanged) {}

  enum StepState {
    DONE,
    CURRENT,
    WAITING,
    SKIPPED,
    /// The round ended before this step was signed.
    NOT_REACHED
  }

  record StepPart(
      String key,
      Text name,
      Mode mode,
      boolean optional,
      StepState state,
      List<SignaturePart> signatures) {}

  /// A signature that is needed: of one of the roles or of a person; `act` when it was given.
  record SignaturePart(List<Role> roles, List<PersonPart> persons, @Nullable ActPart act) {}

  record ActPart(
      ActKind kind,
      int step,
      @Nullable Text stepName,
      PersonPart by,
      @Nullable PersonPart onBehalfOf,
      @Nullable String reason,
      Instant at) {}

  /// What the caller may do. `hindrance` says why a signature of theirs is not taken.
  record MinePart(
      boolean approve,
      boolean sendBack,
      boolean withdraw,
      boolean comment,
      List<PersonPart> onBehalfOf,
      ProblemResponse.@Nullable Item hindrance) {}

  static @Nullable Text stepName(Approval approval, Act act) {
    return switch (act.kind()) {
      case APPROVE, RETURN, SKIP -> approval.definition().steps().get(act.step()).name();
      case SUBMIT, WITHDRAW, COMMENT, VOID -> null;
    };
  }
}
