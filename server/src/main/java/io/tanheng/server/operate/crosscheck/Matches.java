package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.crosscheck.Match.Confirm;
import io.tanheng.server.operate.crosscheck.Match.ItemKey;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which document items are compared with which parameters, and how far they may differ.
@Service
public class Matches {
  private final MatchStore store;
  private final DocumentStore documents;
  private final Parameters parameters;

  Matches(MatchStore store, DocumentStore documents, Parameters parameters) {
    this.store = store;
    this.documents = documents;
    this.parameters = parameters;
  }

  /// An item of the documents with its match, or with what could be one.
  ///
  /// @param units as the documents write them
  public record ItemMatch(
      ItemKey key,
      List<DocumentKind> kinds,
      List<String> units,
      int documents,
      @Nullable Match match,
      List<ParameterId> suggested) {}

  @Transactional(readOnly = true)
  public List<Match> list(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  /// Every item of documents of the year, first those nobody has matched yet.
  @Transactional(readOnly = true)
  public List<ItemMatch> items(EnterpriseId enterprise, Year year) {
    Map<ItemKey, Match> known =
        store.list(enterprise).stream().collect(Collectors.toMap(Match::key, Function.identity()));
    List<Parameter> all = parameters.list(enterprise, year);
    Map<ItemKey, List<Document>> byItem =
        documents.documents(enterprise).stream()
            .filter(document -> counts(document, year))
            .collect(Collectors.groupingBy(ItemKey::of, LinkedHashMap::new, Collectors.toList()));
    List<ItemMatch> items = new ArrayList<>();
    byItem.forEach((key, rows) -> items.add(item(key, rows, known.get(key), all)));
    items.sort((a, b) -> Boolean.compare(a.match() != null, b.match() != null));
    return items;
  }

  private static boolean counts(Document document, Year year) {
    return document.kind() == DocumentKind.CONTRACT
        ? document.validFrom() != null
            && document.validTo() != null
            && document.validFrom().getYear() <= year.getValue()
            && document.validTo().getYear() >= year.getValue()
        : document.isOf(year);
  }

  private static ItemMatch item(
      ItemKey key, List<Document> rows, @Nullable Match match, List<Parameter> all) {
    Unit unit = Units.standard().require(rows.getFirst().unit());
    return new ItemMatch(
        key,
        rows.stream().map(Document::kind).distinct().sorted().toList(),
        rows.stream().map(Document::unitAsWritten).distinct().toList(),
        rows.size(),
        match,
        match == null ? MatchSuggestion.of(key, unit, all) : List.of());
  }

  /// Confirms matches, all or none.
  @Transactional
  public List<Match> confirm(CallContext call, List<Confirm> wanted) {
    Map<ParameterId, Parameter> known =
        parameters.listAll(call.enterprise()).stream()
            .collect(Collectors.toMap(Parameter::id, Function.identity()));
    List<Problem> problems = new ArrayList<>();
    wanted.forEach(one -> check(one, known).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new ProblemException(
          CrosscheckProblem.MATCHES_REFUSED, Map.of("count", problems.size()), problems);
    }
    Map<ItemKey, Match> present =
        store.list(call.enterprise()).stream()
            .collect(Collectors.toMap(Match::key, Function.identity()));
    List<Match> confirmed = new ArrayList<>();
    for (Confirm one : wanted) {
      Match before = present.get(one.key());
      int version = before == null ? 0 : before.version();
      Match match =
          new Match(
              before == null ? MatchId.next() : before.id(),
              one.key(),
              one.parameters(),
              one.notCompared(),
              one.tolerancePercent(),
              version + 1,
              call.account(),
              call.time());
      if (one.version() != version || !store.insert(call, match)) {
        throw new ProblemException(
            CrosscheckProblem.MATCH_CHANGED, Map.of("item", one.key().shown()));
      }
      confirmed.add(match);
    }
    return confirmed;
  }

  private static Optional<Problem> check(Confirm wanted, Map<ParameterId, Parameter> known) {
    Map<String, String> item = Map.of("item", wanted.key().shown());
    boolean saysWhyNot = wanted.notCompared() != null && !wanted.notCompared().isBlank();
    if (wanted.parameters().isEmpty() != saysWhyNot) {
      return Optional.of(Problem.error(CrosscheckProblem.MATCH_INCOMPLETE, item));
    }
    if (!known.keySet().containsAll(wanted.parameters())) {
      return Optional.of(Problem.error(CrosscheckProblem.MATCH_PARAMETER_UNKNOWN, item));
    }
    List<Unit> units =
        wanted.parameters().stream()
            .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
            .map(Parameter::measuredIn)
            .toList();
    return units.stream()
        .filter(unit -> !unit.convertsTo(units.getFirst()))
        .findFirst()
        .map(unit ->
            Problem.error(
                CrosscheckProblem.MATCH_UNITS_DIFFER,
                Map.of(
                    "item",
                    wanted.key().shown(),
                    "unit",
                    units.getFirst().symbol(),
                    "other",
                    unit.symbol())));
  }

  @Transactional(readOnly = true)
  Tolerances tolerances(EnterpriseId enterprise) {
    return Tolerances.with(store.tolerances(enterprise));
  }

  /// Chooses a tolerance instead of the stated default; needs a reason.
  @Transactional
  void tolerate(CallContext call, String subject, BigDecimal percent) {
    Tolerances.Tolerance present =
        tolerances(call.enterprise())
            .find(subject)
            .orElseThrow(() ->
                new ProblemException(
                    CrosscheckProblem.TOLERANCE_UNKNOWN, Map.of("subject", subject)));
    String reason =
        call.reason()
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new ProblemException(CrosscheckProblem.REASON_MISSING));
    Tolerances.Chosen before = present.chosen();
    Tolerances.Chosen chosen =
        new Tolerances.Chosen(
            subject,
            before == null ? 1 : before.version() + 1,
            percent,
            reason.strip(),
            call.account(),
            call.time());
    if (!store.insertTolerance(call, chosen)) {
      throw new ProblemException(CrosscheckProblem.MATCH_CHANGED, Map.of("item", subject));
    }
  }
}
