package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.wire.Uuid7;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.Slot;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.units.Quantity;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The register of differences (差异清单): found from the ledger and documents as they stand, explained
/// by one person, accepted by another.
///
/// **Invariant:** a remark counts only for the figures it was made about. When ledger or documents
/// change so that the difference reads otherwise, it is open again and the remark is history.
@Service
public class Differences {
  private final DocumentStore documents;
  private final MatchStore matches;
  private final RemarkStore remarks;
  private final Ledger ledger;
  private final Parameters parameters;

  Differences(
      DocumentStore documents,
      MatchStore matches,
      RemarkStore remarks,
      Ledger ledger,
      Parameters parameters) {
    this.documents = documents;
    this.matches = matches;
    this.remarks = remarks;
    this.ledger = ledger;
    this.parameters = parameters;
  }

  /// How far people are with a difference.
  public enum State {
    FOUND,
    EXPLAINED,
    ACCEPTED
  }

  /// A difference with what was said about it, oldest first.
  ///
  /// @param alongside what else is compared with the same parameters in its months and in the year
  record Tracked(
      Difference difference,
      State state,
      List<Remark> remarks,
      @Nullable Remark explanation,
      List<Comparison> alongside) {}

  /// Everything the check of a year says.
  record Register(CrossCheck.Outcome outcome, List<Tracked> differences) {}

  /// How many differences of a year nobody has explained, and how many nobody has accepted.
  public record Open(int found, int explained) {}

  @Transactional(readOnly = true)
  public Open open(EnterpriseId enterprise, Year year) {
    List<Tracked> all = register(enterprise, year).differences();
    return new Open(count(all, State.FOUND), count(all, State.EXPLAINED));
  }

  private static int count(List<Tracked> all, State state) {
    return (int) all.stream().filter(one -> one.state() == state).count();
  }

  @Transactional(readOnly = true)
  Register register(EnterpriseId enterprise, Year year) {
    CrossCheck.Outcome outcome =
        CrossCheck.of(
            new CrossCheck.Input(
                year,
                documents.documents(enterprise),
                matches.list(enterprise),
                parameters.listAll(enterprise).stream()
                    .collect(Collectors.toMap(Parameter::id, Function.identity())),
                values(enterprise, year),
                Tolerances.with(matches.tolerances(enterprise))));
    Map<SubjectId, List<Remark>> said =
        remarks.list(enterprise).stream().collect(Collectors.groupingBy(Remark::subject));
    return new Register(
        outcome,
        outcome.differences().stream()
            .map(one ->
                track(
                    one,
                    said.getOrDefault(one.id(), List.of()),
                    alongside(one, outcome.comparisons())))
            .toList());
  }

  private Map<ParameterId, Map<YearMonth, Quantity>> values(EnterpriseId enterprise, Year year) {
    Map<ParameterId, Map<YearMonth, Quantity>> values = new HashMap<>();
    for (LedgerLine line : ledger.lines(enterprise, year)) {
      if (line.slot() == Slot.MONTH) {
        line.quantity()
            .ifPresent(value ->
                values
                    .computeIfAbsent(line.parameterId(), _ -> new HashMap<>())
                    .put(line.month(), value));
      }
    }
    return values;
  }

  /// Comparisons that share a parameter with the difference.
  private static List<Comparison> alongside(Difference difference, List<Comparison> all) {
    Set<ParameterId> own =
        all.stream()
            .filter(one -> one.match().key().equals(difference.key()))
            .flatMap(one -> one.match().parameters().stream())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(one -> one.month() == null || difference.months().contains(one.month()))
        .filter(one -> one.match().parameters().stream().anyMatch(own::contains))
        .filter(one -> !difference.comparisons().contains(one))
        .toList();
  }

  private static Tracked track(
      Difference difference, List<Remark> said, List<Comparison> alongside) {
    State state = State.FOUND;
    Remark explanation = null;
    for (Remark remark : said) {
      if (remark.figures().equals(difference.figures())) {
        switch (remark.act()) {
          case EXPLAINED -> {
            state = State.EXPLAINED;
            explanation = remark;
          }
          case ACCEPTED -> state = State.ACCEPTED;
          case RETURNED -> state = State.FOUND;
          case NOT_APPLICABLE, REOPENED ->
              throw new IllegalStateException("a difference has no " + remark.act());
        }
      }
    }
    return new Tracked(difference, state, said, explanation, alongside);
  }

  @Transactional(readOnly = true)
  Tracked require(EnterpriseId enterprise, Year year, SubjectId id) {
    return register(enterprise, year).differences().stream()
        .filter(one -> one.difference().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(CrosscheckProblem.DIFFERENCE_UNKNOWN));
  }

  /// What a person says about which figures; the words are the reason of the call.
  record Judgement(Year year, SubjectId id, String figures) {}

  /// Explains a difference; an explanation not accepted yet is replaced.
  @Transactional
  Tracked explain(CallContext call, Judgement about) {
    Tracked present = lockAndRequire(call, about);
    if (present.state() == State.ACCEPTED) {
      throw new ProblemException(CrosscheckProblem.ALREADY_ACCEPTED);
    }
    return say(call, about, Remark.Act.EXPLAINED, requireReason(call));
  }

  /// Accepts an explanation; never by the person who gave it.
  @Transactional
  Tracked accept(CallContext call, Judgement about) {
    Tracked present = lockAndRequire(call, about);
    Remark explanation = present.explanation();
    if (present.state() == State.ACCEPTED) {
      throw new ProblemException(CrosscheckProblem.ALREADY_ACCEPTED);
    }
    if (present.state() != State.EXPLAINED || explanation == null) {
      throw new ProblemException(CrosscheckProblem.NOT_EXPLAINED);
    }
    if (explanation.by().equals(call.account())) {
      throw new ProblemException(CrosscheckProblem.ACCEPTS_OWN_WORDS);
    }
    return say(call, about, Remark.Act.ACCEPTED, call.reason().map(String::strip));
  }

  /// Sends an explanation back with a reason, also an accepted one.
  @Transactional
  Tracked sendBack(CallContext call, Judgement about) {
    Tracked present = lockAndRequire(call, about);
    if (present.state() == State.FOUND) {
      throw new ProblemException(CrosscheckProblem.NOT_EXPLAINED);
    }
    return say(call, about, Remark.Act.RETURNED, requireReason(call));
  }

  private Tracked lockAndRequire(CallContext call, Judgement about) {
    documents.lock(call.enterprise());
    Tracked present = require(call.enterprise(), about.year(), about.id());
    if (!present.difference().figures().equals(about.figures())) {
      throw new ProblemException(CrosscheckProblem.FIGURES_CHANGED);
    }
    return present;
  }

  private Tracked say(CallContext call, Judgement about, Remark.Act act, Optional<String> words) {
    remarks.insert(
        call,
        new Remark(
            Uuid7.next(),
            about.id(),
            about.figures(),
            act,
            words.orElse(null),
            call.account(),
            call.time()));
    return require(call.enterprise(), about.year(), about.id());
  }

  static Optional<String> requireReason(CallContext call) {
    Optional<String> reason = call.reason().map(String::strip).filter(text -> !text.isEmpty());
    if (reason.isEmpty()) {
      throw new ProblemException(CrosscheckProblem.REASON_MISSING);
    }
    return reason;
  }
}
