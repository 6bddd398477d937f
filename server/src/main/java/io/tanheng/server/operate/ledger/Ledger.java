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
    Map<ParameterId, Parameter> known = parametersById(call);
    refuse(EntryCheck.check(entries, known));
    Map<LineKey, Head> heads =
        store.lockByKeys(call.enterprise(), entries.stream().map(LineEntry::key).toList()).stream()
            .collect(Collectors.toMap(Head::key, Function.identity()));
    Map<LineId, LedgerLine> present = byId(call, heads.values());

    LedgerBatch batch = new LedgerBatch(call);
    for (LineEntry entry : entries) {
      Parameter parameter = require(known, entry.key().parameterId());
      Head head = heads.get(entry.key());
      if (head == null) {
        batch.add(entry, parameter);
      } else {
        batch.replace(head, require(present, head.id()), entry, parameter);
      }
    }
    refuse(batch.problems());
    boolean all =
        store.insertHeads(call.enterprise(), batch.added()) == batch.added().size()
            && store.advance(call.enterprise(), batch.advanced()) == batch.advanced().size();
    if (!all) {
      throw new ProblemException(LedgerProblem.CHANGED_MEANWHILE);
    }
    store.insertVersions(call, batch.changed());
    return batch.recorded();
  }

  /// Confirms lines, all or none. Of two callers who confirm the same version exactly one succeeds.
  @Transactional
  public List<LedgerLine> confirm(CallContext call, List<LineVersion> lines) {
    return move(call, lines, LineState.CONFIRMED);
  }

  /// Lines confirmed, and lines left as they are because they hold no value.
  public record Confirmed(List<LedgerLine> lines, List<LedgerLine> skipped) {}

  /// Confirms those of the lines that hold a value, all or none of them; empty ones stay open.
  @Transactional
  public Confirmed confirmFilled(CallContext call, List<LineVersion> lines) {
    List<LedgerLine> skipped =
        store
            .listByIds(call.enterprise(), lines.stream().map(LineVersion::lineId).toList())
            .stream()
            .filter(line -> line.value() == null)
            .toList();
    Set<LineId> empty = skipped.stream().map(LedgerLine::id).collect(Collectors.toSet());
    List<LineVersion> filled =
        lines.stream().filter(line -> !empty.contains(line.lineId())).toList();
    return new Confirmed(move(call, filled, LineState.CONFIRMED), skipped);
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
    Map<ParameterId, Parameter> known = parametersById(call);
    List<Problem> problems = new ArrayList<>();
    List<LedgerLine> moved = new ArrayList<>();
    for (Head head : heads) {
      LedgerLine line = require(present, head.id());
      boolean stale = head.version() != require(versions, head.id());
      Optional<LedgerProblem> refused =
          stale ? Optional.of(LedgerProblem.VERSION_CONFLICT) : whyNot(line, to);
      refused.ifPresentOrElse(
          code -> problems.add(problem(code, line.key(), require(known, line.parameterId()))),
          () -> moved.add(EntryCheck.moved(call, line, to)));
    }
    refuse(problems);
    if (store.advance(call.enterprise(), heads) != heads.size()) {
      throw new IllegalStateException("a locked line changed");
    }
    store.insertVersions(call, moved);
    return moved;
  }

  private static Optional<LedgerProblem> whyNot(LedgerLine line, LineState to) {
    return switch (to) {
      case CONFIRMED -> {
        if (line.value() == null) {
          yield Optional.of(LedgerProblem.LINE_EMPTY);
        }
        yield line.state() == LineState.OPEN
            ? Optional.empty()
            : Optional.of(LedgerProblem.LINE_CONFIRMED);
      }
      case OPEN ->
          line.state() == LineState.CONFIRMED
              ? Optional.empty()
              : Optional.of(LedgerProblem.LINE_NOT_CONFIRMED);
      case LOCKED -> throw new IllegalStateException("nothing locks lines yet");
    };
  }

  private Map<ParameterId, Parameter> parametersById(CallContext call) {
    return parameters.listAll(call.enterprise()).stream()
        .collect(Collectors.toMap(Parameter::id, Function.identity()));
  }

  private static <K, V> V require(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("nothing known of " + key);
    }
    return value;
  }

  private Map<LineId, LedgerLine> byId(CallContext call, Collection<Head> heads) {
    return store.listByIds(call.enterprise(), heads.stream().map(Head::id).toList()).stream()
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

  static Problem problem(LedgerProblem code, LineKey key, Parameter parameter) {
    return Problem.error(
        code,
        Map.of(
            "parameter",
            parameter.name().text(),
            "parameterId",
            key.parameterId().toString(),
            "slot",
            key.slot().name(),
            "month",
            key.month().toString()));
  }
}
