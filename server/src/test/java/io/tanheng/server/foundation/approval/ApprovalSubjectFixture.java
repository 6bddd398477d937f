package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/// Corrections of data that exist in tests only, and what was heard about them.
@TestComponent
public class ApprovalSubjectFixture implements ApprovalSubject {
  static final String TYPE = "data-correction";

  private final Map<UUID, Facts> things = new ConcurrentHashMap<>();
  private final Map<UUID, List<ApprovalMoved>> heard = new ConcurrentHashMap<>();
  private final Set<UUID> refusing = ConcurrentHashMap.newKeySet();

  UUID add(AccountId author) {
    UUID id = UUID.randomUUID();
    change(id, author, "one");
    return id;
  }

  void change(UUID id, AccountId author, String digest) {
    things.put(
        id,
        new Facts(
            new Text("更正三月煤量", "correct the coal of March"),
            1,
            digest,
            Set.of(author),
            Set.of(),
            "ledger"));
  }

  /// From now on the owner of the thing does not accept its approval.
  void refuse(UUID id) {
    refusing.add(id);
  }

  List<ApprovalState> heard(UUID id) {
    return heard.getOrDefault(id, List.of()).stream().map(ApprovalMoved::state).toList();
  }

  @EventListener
  void on(ApprovalMoved moved) {
    if (moved.state() == ApprovalState.APPROVED && refusing.contains(moved.subjectId())) {
      throw new ProblemException(ApprovalProblem.SUBJECT_UNKNOWN);
    }
    heard.computeIfAbsent(moved.subjectId(), _ -> new ArrayList<>()).add(moved);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Right submitRight() {
    return Right.LEDGER_ENTER;
  }

  @Override
  public Optional<Facts> find(EnterpriseId enterprise, UUID id) {
    return Optional.ofNullable(things.get(id));
  }
}
