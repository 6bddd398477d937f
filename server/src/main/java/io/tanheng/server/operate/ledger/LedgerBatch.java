package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.operate.ledger.LineStore.Head;
import io.tanheng.server.operate.measure.Parameter;
import java.util.ArrayList;
import java.util.List;

/// Entries of one call, sorted into what is new, what replaces a version, and what cannot be.
final class LedgerBatch {
  private final CallContext call;
  private final List<Problem> problems = new ArrayList<>();
  private final List<LedgerLine> recorded = new ArrayList<>();
  private final List<LedgerLine> changed = new ArrayList<>();
  private final List<Head> added = new ArrayList<>();
  private final List<Head> advanced = new ArrayList<>();

  LedgerBatch(CallContext call) {
    this.call = call;
  }

  /// An entry for which there is no line yet.
  void add(LineEntry entry, Parameter parameter) {
    if (entry.expectedVersion() != 0) {
      refuse(LedgerProblem.VERSION_CONFLICT, entry, parameter);
      return;
    }
    LedgerLine line = EntryCheck.line(call, LineId.next(), 1, entry, parameter);
    added.add(new Head(line.id(), line.key(), 1));
    recorded.add(line);
    changed.add(line);
  }

  /// An entry for a line that is there; saying what it already says changes nothing.
  void replace(Head head, LedgerLine before, LineEntry entry, Parameter parameter) {
    LedgerLine line = EntryCheck.line(call, head.id(), head.version() + 1, entry, parameter);
    if (EntryCheck.saysTheSame(before, line)) {
      recorded.add(before);
    } else if (entry.expectedVersion() != head.version()) {
      refuse(LedgerProblem.VERSION_CONFLICT, entry, parameter);
    } else if (before.state() != LineState.OPEN) {
      refuse(
          before.state() == LineState.LOCKED
              ? LedgerProblem.LINE_LOCKED
              : LedgerProblem.LINE_CONFIRMED,
          entry,
          parameter);
    } else {
      advanced.add(head);
      recorded.add(line);
      changed.add(line);
    }
  }

  private void refuse(LedgerProblem code, LineEntry entry, Parameter parameter) {
    problems.add(Ledger.problem(code, entry.key(), parameter));
  }

  List<Problem> problems() {
    return problems;
  }

  List<LedgerLine> recorded() {
    return recorded;
  }

  List<LedgerLine> changed() {
    return changed;
  }

  List<Head> added() {
    return added;
  }

  List<Head> advanced() {
    return advanced;
  }
}
