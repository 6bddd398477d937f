package io.tanheng.accounting;

import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.FactorSet;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Entry point: calculates an inventory.
///
/// Pure: no clock, no files, no network; the same input gives the same inventory.
public final class Accounting {

  private Accounting() {}

  /// Calculates `input` by `edition`; all problems are found in one pass and nothing is guessed.
  public static Outcome run(MethodEdition edition, FactorChoice choice, AccountingInput input) {
    if (edition.status() == EditionStatus.TEXT_NOT_CONFIRMED) {
      return new Outcome.Refused(
          List.of(
              Problem.of(AccountingProblem.EDITION_NOT_CONFIRMED).with("method", edition.id())));
    }
    return new Run(edition, choice, input).outcome();
  }

  /// Where two inventories differ: sources, totals, rows with the same id, and the factors of those
  /// rows.
  public static Comparison compare(Inventory before, Inventory after) {
    return Comparison.of(before, after);
  }

  /// One calculation.
  private static final class Run {

    private final MethodEdition edition;
    private final FactorChoice choice;
    private final AccountingInput input;
    private final List<Problem> problems = new ArrayList<>();

    Run(MethodEdition edition, FactorChoice choice, AccountingInput input) {
      this.edition = edition;
      this.choice = choice;
      this.input = input;
    }

    Outcome outcome() {
      Optional<FactorSet> set = factorSet();
      checkReplacements();
      if (set.isEmpty()) {
        return new Outcome.Refused(problems);
      }
      List<RowResult> rows = rows(set.get());
      var production = new ProductionValues(edition, input.production(), problems);
      if (!problems.isEmpty()) {
        return new Outcome.Refused(problems);
      }
      Map<String, Quantity> sums = Sums.bySource(edition, rows);
      Map<String, TotalResult> totals = Sums.totals(edition, sums, sums.keySet());
      var indicators = new Indicators(edition, rows, totals, production);
      return new Outcome.Calculated(
          new Inventory(
              edition,
              set.get(),
              choice,
              rows,
              sources(sums),
              totals,
              indicators.all(),
              indicators.intensities()));
    }

    private Optional<FactorSet> factorSet() {
      if (choice.factorSet().isEmpty()) {
        return Optional.of(
            edition.factorSets().isEmpty()
                ? new FactorSet("", io.tanheng.units.Text.same(""), Map.of())
                : edition.factorSets().getFirst());
      }
      Optional<FactorSet> set = edition.findFactorSet(choice.factorSet().get());
      if (set.isEmpty()) {
        problems.add(
            Problem.of(AccountingProblem.UNKNOWN_FACTOR_SET)
                .with("method", edition.id())
                .with("set", choice.factorSet().get())
                .with(
                    "known",
                    String.join(", ", edition.factorSets().stream().map(FactorSet::id).toList())));
      }
      return set;
    }

    private void checkReplacements() {
      if (choice.replaced().isEmpty()) {
        return;
      }
      Map<String, Quantity> known = KnownFactors.of(edition);
      choice
          .replaced()
          .forEach((id, replacement) -> {
            Quantity original = known.get(id);
            if (original == null) {
              problems.add(
                  Problem.of(AccountingProblem.UNKNOWN_FACTOR)
                      .with("factor", id)
                      .with("method", edition.id()));
            } else {
              problems.addAll(replacement.value().convert(original.unit()).problems());
            }
          });
    }

    private List<RowResult> rows(FactorSet set) {
      var all = new ArrayList<RowResult>();
      input
          .rows()
          .forEach((key, rows) -> {
            EmissionSource source = edition.sources().get(key);
            if (source == null) {
              problems.add(
                  Problem.of(AccountingProblem.UNKNOWN_SOURCE)
                      .with("method", edition.id())
                      .with("source", key)
                      .with("known", String.join(", ", edition.sources().keySet())));
            } else {
              var calculation = new RowCalculation(source, set, choice, problems);
              for (int i = 0; i < rows.size(); i++) {
                calculation.calculate(rows.get(i), i + 1).ifPresent(all::add);
              }
            }
          });
      return all;
    }

    private Map<String, SourceResult> sources(Map<String, Quantity> sums) {
      var results = new LinkedHashMap<String, SourceResult>();
      input
          .rows()
          .forEach((key, list) -> {
            EmissionSource source = edition.source(key);
            Quantity sum = sums.getOrDefault(key, new Quantity(Rational.ZERO, source.unit()));
            results.put(
                key,
                new SourceResult(
                    key, source.name(), sum, list.size(), edition.memos().contains(key)));
          });
      return results;
    }
  }
}
