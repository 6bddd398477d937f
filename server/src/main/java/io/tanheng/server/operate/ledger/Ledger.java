package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.ledger.LineStore.Head;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The monthly ledger (台账) of an enterprise.
///
/// **Invariant:** every change is a new version based on the one before; of two changes based on
/// the same version exactly one succeeds. A batch is recorded whole or not at all.
@Service
public class Ledger {
  private final LineStore store;
  private final Parameters parameters;

  Ledger(LineStore store, Parameters parameters) {
    this.store = store;
    this.parameters = parameters;
  }

  /// Present versions of some parameters in a range of months, both ends included.
  @Transactional(readOnly = true)
  public List<LedgerLine> lines(
      EnterpriseId enterprise, Collection<ParameterId> wanted, YearMonth from, YearMonth to) {
    Set<ParameterId> ids = Set.copyOf(wanted);
    return store.list(enterprise, from, to).stream()
        .filter(line -> ids.contains(line.parameterId()))
        .toList();
  }

  /// Present versions of all lines of a year.
  @Transactional(readOnly = true)
  public List<LedgerLine> lines(EnterpriseId enterprise, Year year) {
    return store.list(enterprise, year.atMonth(1), year.atMonth(12));
  }

  @Transactional(readOnly = true)
  public Optional<LedgerLine> find(EnterpriseId enterprise, LineId id) {
    return store.history(enterprise, id).stream().findFirst();
  }

  /// All versions, newest first; empty when there is no such line.
  @Transactional(readOnly = true)
  public List<LedgerLine> history(EnterpriseId enterprise, LineId id) {
    return store.history(enterprise, id);
  }

  /// Records values, all or none; an entry that says what the line already says changes nothing.
  ///
  /// @return the present version of every line named, in the order of the entries
  @Transactional
  public List<LedgerLine> record(CallContext call, List<LineEntry> entries) {
    Map<ParameterId, Parameter> known =
        parameters.listAll(call.enterprise()).stream()
            .collect(Collectors.toMap(Parameter::id, Function.identity()));
    List<Problem> problems = new ArrayList<>(EntryCheck.check(entries, known));
    refuse(problems);

    List<LineKey> keys = entries.stream().map(LineEntry::key).toList();
    Map<LineKey, Head> heads =
        store.lockByKeys(call.enterprise(), keys).stream()
            .collect(Collectors.toMap(Head::key, Function.identity()));
    Map<LineId, LedgerLine> present = byId(call, heads.values());

    List<LedgerLine> recorded = new ArrayList<>();
    List<LedgerLine> changed = new ArrayList<>();
    List<Head> added = new ArrayList<>();
    List<Head> advanced = new ArrayList<>();
    for (LineEntry entry : entries) {
      Parameter parameter = known.get(entry.key().parameterId());
      Head head = heads.get(entry.key());
      if (head == null) {
        if (entry.expectedVersion() != 0) {
          problems.add(conflict(LedgerProblem.VERSION_CONFLICT, entry, parameter));
          continue;
        }
        LedgerLine line = EntryCheck.line(call, LineId.next(), 1, entry, parameter);
        added.add(new Head(line.id(), line.key(), 1));
        recorded.add(line);
        changed.add(line);
        continue;
      }
      LedgerLine before = present.get(head.id());
      LedgerLine line = EntryCheck.line(call, head.id(), head.version() + 1, entry, parameter);
      if (EntryCheck.saysTheSame(before, line)) {
        recorded.add(before);
      } else if (entry.expectedVersion() != head.version()) {
        problems.add(conflict(LedgerProblem.VERSION_CONFLICT, entry, parameter));
      } else if (before.state() != LineState.OPEN) {
        problems.add(
            conflict(
                before.state() == LineState.LOCKED
                    ? LedgerProblem.LINE_LOCKED
                    : LedgerProblem.LINE_CONFIRMED,
                entry,
                parameter));
      } else {
        advanced.add(head);
        recorded.add(line);
        changed.add(line);
      }
    }
    refuse(problems);
    boolean all =
        store.insertHeads(call.enterprise(), added) == added.size()
            && store.advance(call.enterprise(), advanced) == advanced.size();
    if (!all) {
      throw new ProblemException(LedgerProblem.VERSION_CONFLICT, Map.of("parameter", "", "month", ""));
    }
    store.insertVersions(call, changed);
    return recorded;
  }

  /// Confirms lines, all or none. Of two callers who confirm the same version exactly one succeeds.
  @Transactional
  public List<LedgerLine> confirm(CallContext call, List<LineVersion> lines) {
    return move(call, lines, LineState.CONFIRMED);
  }

  /// Opens confirmed lines for correction, all or none; needs a reason.
  @Transactional
  public List<LedgerLine> reopen(CallContext call, List<LineVersion> lines) {
    if (call.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
      throw new ProblemException(LedgerProblem.REASON_NEEDED);
    }
    return move(call, lines, LineState.OPEN);
  }

  private List<LedgerLine> move(CallContext call, List<LineVersion> lines, LineState to) {
    Map<LineId, Long> versions = new HashMap<>();
    lines.forEach(line -> versions.put(line.lineId(), line.version()));
    List<Head> heads = store.lockByIds(call.enterprise(), versions.keySet());
    if (heads.size() != versions.size()) {
      throw new ProblemException(LedgerProblem.LINE_UNKNOWN);
    }
    Map<LineId, LedgerLine> present = byId(call, heads);
    Map<ParameterId, Parameter> known =
        parameters.listAll(call.enterprise()).stream()
            .collect(Collectors.toMap(Parameter::id, Function.identity()));
    List<Problem> problems = new ArrayList<>();
    List<LedgerLine> moved = new ArrayList<>();
    for (Head head : heads) {
      LedgerLine line = present.get(head.id());
      Parameter parameter = known.get(line.parameterId());
      if (head.version() != versions.get(head.id())) {
        problems.add(conflict(LedgerProblem.VERSION_CONFLICT, line, parameter));
      } else if (to == LineState.CONFIRMED && line.value() == null) {
        problems.add(conflict(LedgerProblem.LINE_EMPTY, line, parameter));
      } else if (to == LineState.CONFIRMED && line.state() != LineState.OPEN) {
        problems.add(conflict(LedgerProblem.LINE_CONFIRMED, line, parameter));
      } else if (to == LineState.OPEN && line.state() != LineState.CONFIRMED) {
        problems.add(conflict(LedgerProblem.LINE_NOT_CONFIRMED, line, parameter));
      } else {
        moved.add(EntryCheck.moved(call, line, to));
      }
    }
    refuse(problems);
    if (store.advance(call.enterprise(), heads) != heads.size()) {
      throw new IllegalStateException("a locked line changed");
    }
    store.insertVersions(call, moved);
    return moved;
  }

  private Map<LineId, LedgerLine> byId(CallContext call, Collection<Head> heads) {
    return store
        .listByIds(call.enterprise(), heads.stream().map(Head::id).toList())
        .stream()
        .collect(Collectors.toMap(LedgerLine::id, Function.identity()));
  }

  /// Throws the single problem itself, several as a list under one code.
  private static void refuse(List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    Set<String> codes = problems.stream().map(Problem::code).collect(Collectors.toSet());
    for (LedgerProblem code : LedgerProblem.values()) {
      if (codes.equals(Set.of(code.key()))) {
        throw new ProblemException(code, problems.getFirst().args(), problems);
      }
    }
    throw new ProblemException(
        LedgerProblem.ENTRIES_REFUSED, Map.of("count", problems.size()), problems);
  }

  private static Problem conflict(LedgerProblem code, LineEntry entry, Parameter parameter) {
    return Problem.error(
        code, Map.of("parameter", parameter.name(), "month", entry.key().month().toString()));
  }

  private static Problem conflict(LedgerProblem code, LedgerLine line, Parameter parameter) {
    return Problem.error(
        code, Map.of("parameter", parameter.name(), "month", line.month().toString()));
  }
}
