package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.ApprovalSubject.Facts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The kinds of things that modules offer for approval.
@Component
class ApprovalSubjects {
  private final ObjectProvider<ApprovalSubject> all;

  ApprovalSubjects(ObjectProvider<ApprovalSubject> all) {
    this.all = all;
  }

  Optional<ApprovalSubject> find(String type) {
    return all.stream().filter(subject -> subject.type().equals(type)).findFirst();
  }

  ApprovalSubject require(String type) {
    return find(type)
        .orElseThrow(
            () -> new ProblemException(ApprovalProblem.SUBJECT_TYPE_UNKNOWN, Map.of("type", type)));
  }

  Facts facts(CallContext call, String type, UUID id) {
    return require(type)
        .find(call.enterprise(), id)
        .orElseThrow(() -> new ProblemException(ApprovalProblem.SUBJECT_UNKNOWN));
  }

  /// Whether the thing is still the one that was submitted.
  boolean isUnchanged(EnterpriseId enterprise, Approval.Head head) {
    return require(head.subjectType())
        .find(enterprise, head.subjectId())
        .filter(facts ->
            facts.version() == head.subjectVersion() && facts.digest().equals(head.subjectDigest()))
        .isPresent();
  }
}
