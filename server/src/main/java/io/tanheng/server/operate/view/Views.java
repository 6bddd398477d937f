package io.tanheng.server.operate.view;

import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.InventoryView;
import io.tanheng.accounting.InventoryView.Addition;
import io.tanheng.accounting.InventoryView.Instrument;
import io.tanheng.accounting.InventoryView.MarketBased;
import io.tanheng.accounting.Significance;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.Reevaluation;
import io.tanheng.server.operate.view.EntriesStore.Version;
import io.tanheng.server.operate.view.ViewEntries.Contract;
import io.tanheng.server.operate.view.ViewEntries.Criteria;
import io.tanheng.server.operate.view.ViewEntries.Judgement;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.SourceCategory;
import io.tanheng.standard.Standards;
import io.tanheng.standard.View;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import io.tanheng.units.Units;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts a stored run into the order of another standard, with the entries of its year.
@Service
public class Views {
  /// The first categories: direct emissions and imported energy, whose sum is the measure of size.
  private static final int DIRECT_AND_ENERGY = 2;

  private static final String FOLDER = "views/";

  private final Map<String, View> views = new LinkedHashMap<>();
  private final Reevaluation reevaluation;
  private final EntriesStore store;

  Views(Reevaluation reevaluation, EntriesStore store) {
    this.reevaluation = reevaluation;
    this.store = store;
    Catalogue catalogue = Standards.packaged();
    catalogue
        .viewIds()
        .forEach(id -> views.put(id.substring(FOLDER.length()), catalogue.view(id).require()));
  }

  /// A kind of indirect emissions held against the criteria.
  ///
  /// @param share of direct emissions and imported energy
  record Judged(
      View.Named part,
      Quantity sum,
      Rational share,
      Significance.Assessment assessment,
      Judgement judgement) {}

  /// A run in the order of a view.
  ///
  /// @param electricity by contracts; absent without contracts, or where they do not fit the run
  /// @param problems why contracts do not fit the run
  record Shown(
      InventoryView inventory,
      Optional<Electricity> electricity,
      List<Problem> problems,
      List<Judged> judged,
      List<Version> versions) {}

  /// Purchased electricity by contracts, beside the result of its source.
  record Electricity(EmissionSource source, MarketBased result) {}

  /// The views there are, by their short id.
  public Map<String, View> list() {
    return Map.copyOf(views);
  }

  View require(String view) {
    View found = views.get(view);
    if (found == null) {
      throw new ProblemException(
          ViewProblem.UNKNOWN_VIEW,
          Map.of("view", view, "known", String.join(", ", views.keySet())));
    }
    return found;
  }

  @Transactional(readOnly = true)
  Shown show(EnterpriseId enterprise, InventoryId id, Year year, String view) {
    View order = require(view);
    Inventory inventory = reevaluation.again(enterprise, id);
    List<Version> versions = store.versions(enterprise, year, view);
    ViewEntries entries = versions.isEmpty() ? ViewEntries.NONE : versions.getFirst().entries();
    InventoryView shown =
        given(
            InventoryView.of(
                order, inventory, entries.amounts().stream().map(Views::addition).toList()));
    List<Problem> problems = new ArrayList<>();
    Optional<Electricity> electricity = electricity(order, inventory, entries, problems);
    return new Shown(shown, electricity, problems, judged(order, shown, entries), versions);
  }

  /// A new version of the entries of a year.
  ///
  /// @param expected the version they were read in; 0 for the first one
  @Transactional
  public void enter(CallContext call, Year year, String view, long expected, ViewEntries entries) {
    check(require(view), entries);
    List<Version> versions = store.versions(call.enterprise(), year, view);
    int present = versions.isEmpty() ? 0 : versions.getFirst().number();
    if (present != expected || !store.insert(call, year, view, present + 1, entries)) {
      throw new ProblemException(ViewProblem.ENTRIES_CHANGED, Map.of("version", present));
    }
  }

  private static void check(View view, ViewEntries entries) {
    Set<String> places = new HashSet<>();
    view.categories().forEach(category -> category.parts().forEach(part -> places.add(part.id())));
    view.memos().forEach(memo -> places.add(memo.id()));
    List<Problem> problems = new ArrayList<>();
    entries.amounts().stream()
        .filter(amount -> !places.contains(amount.place()))
        .forEach(amount ->
            problems.add(
                Problem.error(
                    ViewProblem.UNKNOWN_PLACE,
                    Map.of("place", amount.place(), "view", view.number()))));
    Set<String> references = new HashSet<>();
    for (Contract contract : entries.contracts()) {
      if (!references.add(contract.reference())) {
        problems.add(
            Problem.error(ViewProblem.REFERENCE_TWICE, Map.of("reference", contract.reference())));
      }
    }
    if (!entries.contracts().isEmpty() && entries.residual() == null) {
      problems.add(Problem.error(ViewProblem.RESIDUAL_MISSING, Map.of()));
    }
    Criteria criteria = entries.criteria();
    if (criteria != null) {
      check(view, criteria.weights().keySet(), problems);
      if (criteria.weights().values().stream().noneMatch(weight -> weight.signum() > 0)) {
        problems.add(Problem.error(ViewProblem.NO_WEIGHT, Map.of()));
      }
    }
    Set<String> indirect = new HashSet<>();
    indirect(view).forEach(part -> indirect.add(part.id()));
    Set<String> judged = new HashSet<>();
    for (Judgement judgement : entries.judgements()) {
      check(view, judgement.scores().keySet(), problems);
      if (!indirect.contains(judgement.place())) {
        problems.add(Problem.error(ViewProblem.NOT_INDIRECT, Map.of("place", judgement.place())));
      } else if (!judged.add(judgement.place())) {
        problems.add(Problem.error(ViewProblem.PLACE_TWICE, Map.of("place", judgement.place())));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ViewProblem.REFUSED, Map.of(), problems);
    }
  }

  private static void check(View view, Set<String> criteria, List<Problem> problems) {
    Set<String> known = new LinkedHashSet<>();
    view.criteria().forEach(criterion -> known.add(criterion.id()));
    criteria.stream()
        .filter(criterion -> !known.contains(criterion))
        .forEach(criterion ->
            problems.add(
                Problem.error(
                    ViewProblem.UNKNOWN_CRITERION,
                    Map.of(
                        "view", view.number(),
                        "criterion", criterion,
                        "known", String.join(", ", known)))));
  }

  /// The parts of the indirect categories; none where the view knows no criteria.
  static List<View.Named> indirect(View view) {
    return view.criteria().isEmpty()
        ? List.of()
        : view.categories().stream()
            .skip(DIRECT_AND_ENERGY)
            .flatMap(category -> category.parts().stream())
            .toList();
  }

  private static Addition addition(ViewEntries.Amount amount) {
    return new Addition(
        amount.place(),
        Text.same(amount.name()),
        amount.gas(),
        quantity(amount.tonnes(), "tCO2e"),
        amount.basis());
  }

  /// Contracts go to the first source of purchased electricity; a method has one.
  private static Optional<Electricity> electricity(
      View view, Inventory inventory, ViewEntries entries, List<Problem> problems) {
    ViewEntries.Residual residual = entries.residual();
    Optional<EmissionSource> source =
        inventory.edition().sources().values().stream()
            .filter(one -> one.category() == SourceCategory.ELECTRICITY)
            .filter(one -> inventory.sources().containsKey(one.key()))
            .filter(one ->
                view.find(inventory.edition().id(), one.key())
                    .flatMap(View.Placement::part)
                    .isPresent())
            .findFirst();
    if (residual == null || source.isEmpty()) {
      return Optional.empty();
    }
    List<Instrument> instruments =
        entries.contracts().stream()
            .map(contract ->
                new Instrument(
                    contract.kind().name(),
                    quantity(contract.mwh(), "MWh"),
                    quantity(contract.factor(), "tCO2/MWh"),
                    contract.reference()))
            .toList();
    return switch (InventoryView.marketBased(
        inventory, source.get().key(), instruments, quantity(residual.factor(), "tCO2/MWh"))) {
      case Result.Success<MarketBased>(MarketBased result) ->
          Optional.of(new Electricity(source.get(), result));
      case Result.Failure<MarketBased>(List<io.tanheng.units.Problem> found) -> {
        found.forEach(problem -> problems.add(problem(problem)));
        yield Optional.empty();
      }
    };
  }

  private static List<Judged> judged(View view, InventoryView shown, ViewEntries entries) {
    Criteria criteria = entries.criteria();
    if (criteria == null) {
      return List.of();
    }
    Significance significance =
        new Significance(
            rationals(criteria.weights()),
            rational(criteria.threshold()),
            rational(criteria.largePercent().movePointLeft(2)));
    Rational measure =
        shown.categories().stream()
            .limit(DIRECT_AND_ENERGY)
            .map(category -> category.sum().value())
            .reduce(Rational.ZERO, Rational::plus);
    Map<String, View.Named> parts = new HashMap<>();
    indirect(view).forEach(part -> parts.put(part.id(), part));
    List<Judged> judged = new ArrayList<>();
    for (Judgement judgement : entries.judgements()) {
      View.Named part = parts.get(judgement.place());
      if (part != null) {
        Quantity sum = shown.sum(part.id());
        Rational share = measure.isZero() ? Rational.ZERO : sum.value().dividedBy(measure);
        judged.add(
            new Judged(
                part,
                sum,
                share,
                significance.assess(rationals(judgement.scores()), share),
                judgement));
      }
    }
    return judged;
  }

  private static Map<String, Rational> rationals(Map<String, BigDecimal> numbers) {
    Map<String, Rational> rationals = new HashMap<>();
    numbers.forEach((key, number) -> rationals.put(key, rational(number)));
    return rationals;
  }

  private static Rational rational(BigDecimal number) {
    return Rational.of(number.toPlainString());
  }

  private static Quantity quantity(BigDecimal number, String unit) {
    return new Quantity(rational(number), Units.standard().require(unit));
  }

  private static <T> T given(Result<T> result) {
    return switch (result) {
      case Result.Success<T>(T value) -> value;
      case Result.Failure<T>(List<io.tanheng.units.Problem> problems) ->
          throw new ProblemException(
              ViewProblem.REFUSED, Map.of(), problems.stream().map(Views::problem).toList());
    };
  }

  private static Problem problem(io.tanheng.units.Problem problem) {
    return new Problem(
        problem.code().key(),
        Problem.Severity.ERROR,
        new io.tanheng.server.foundation.problem.Text(problem.text().zh(), problem.text().en()),
        Problem.Place.NOWHERE,
        Map.of());
  }
}
