package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How things are approved at an enterprise: its own definitions, else those of the product.
@Service
class ApprovalDefinitions {
  private final PackagedDefinitions packaged;
  private final DefinitionStore store;

  ApprovalDefinitions(PackagedDefinitions packaged, DefinitionStore store) {
    this.packaged = packaged;
    this.store = store;
  }

  @Transactional(readOnly = true)
  public List<Definition> list(EnterpriseId enterprise) {
    return packaged.list().stream()
        .map(standard -> store.find(enterprise, standard.subject()).orElse(standard))
        .toList();
  }

  @Transactional(readOnly = true)
  public Definition require(EnterpriseId enterprise, String subject) {
    Definition standard =
        packaged
            .find(subject)
            .orElseThrow(() ->
                new ProblemException(
                    ApprovalProblem.SUBJECT_TYPE_UNKNOWN, Map.of("type", subject)));
    return store.find(enterprise, subject).orElse(standard);
  }

  @Transactional(readOnly = true)
  public List<DefinitionStore.Stored> history(EnterpriseId enterprise, String subject) {
    return store.history(enterprise, subject);
  }

  /// A new version, with the reason of the call; rounds that run go on under the one they have.
  @Transactional
  public Definition change(CallContext call, String subject, DefinitionJson content, long version) {
    Definition present = require(call.enterprise(), subject);
    String reason =
        call.reason()
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new ProblemException(ApprovalProblem.REASON_MISSING));
    Definition changed = content.toDefinition(subject, present.version() + 1);
    if (present.version() != version || !store.insert(call, changed, reason)) {
      throw new ProblemException(ApprovalProblem.DEFINITION_VERSION_CONFLICT);
    }
    return changed;
  }
}
