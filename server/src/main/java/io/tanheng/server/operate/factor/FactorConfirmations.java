package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.vault.Digest;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.operate.inventory.FactorBook;
import io.tanheng.server.operate.inventory.FactorRef;
import io.tanheng.standard.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Confirmations of the catalogue's factors against the printed standard. One raises the mark of
/// the factor at the enterprise; the files of the catalogue stay as they are.
@Service
public class FactorConfirmations {
  private final ConfirmationStore store;
  private final FactorBook factors;
  private final Vault vault;

  FactorConfirmations(ConfirmationStore store, FactorBook factors, Vault vault) {
    this.store = store;
    this.factors = factors;
    this.vault = vault;
  }

  /// What was looked at.
  record Seen(String edition, String page, String remark, @Nullable String scanDigest) {}

  /// All there were, the newest first, revoked ones included.
  @Transactional(readOnly = true)
  public List<Confirmation> list(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  /// Those that raise a mark now, by the factor's id.
  @Transactional(readOnly = true)
  public Map<String, Confirmation> holding(EnterpriseId enterprise) {
    Map<String, Confirmation> holding = new HashMap<>();
    for (Confirmation one : store.list(enterprise)) {
      factors
          .find(one.factor())
          .filter(entry -> one.holdsFor(entry.factor().printed(), unit(entry)))
          .ifPresent(entry -> holding.put(entry.factor().id(), one));
    }
    return holding;
  }

  @Transactional
  Confirmation confirm(CallContext call, FactorRef ref, Seen seen) {
    FactorBook.Entry entry =
        factors
            .find(ref)
            .orElseThrow(() ->
                new ProblemException(FactorProblem.NOT_IN_CATALOGUE, Map.of("factor", id(ref))));
    if (entry.factor().confidence() == Confidence.VERIFIED) {
      throw new ProblemException(FactorProblem.ALREADY_VERIFIED, Map.of("factor", id(ref)));
    }
    if (seen.scanDigest() != null) {
      vault.require(call.enterprise(), new Digest(seen.scanDigest()));
    }
    Confirmation confirmation =
        new Confirmation(
            ConfirmationId.next(),
            ref,
            entry.factor().printed(),
            unit(entry),
            seen.edition(),
            seen.page(),
            seen.remark(),
            seen.scanDigest(),
            call.account(),
            call.time(),
            null);
    if (!store.insert(call.enterprise(), confirmation)) {
      throw new ProblemException(FactorProblem.ALREADY_CONFIRMED, Map.of("factor", id(ref)));
    }
    return confirmation;
  }

  /// Takes a confirmation back, with the reason of the call.
  @Transactional
  void revoke(CallContext call, ConfirmationId id) {
    if (call.reason().filter(text -> !text.isBlank()).isEmpty()) {
      throw new ProblemException(FactorProblem.REASON_MISSING);
    }
    if (!store.revoke(call, id)) {
      throw new ProblemException(FactorProblem.CONFIRMATION_UNKNOWN);
    }
  }

  private static String unit(FactorBook.Entry entry) {
    return entry.factor().value().unit().symbol();
  }

  private static String id(FactorRef ref) {
    return ref.table() + "#" + ref.row() + "." + ref.column();
  }
}
