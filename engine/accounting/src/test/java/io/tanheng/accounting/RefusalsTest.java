package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.standard.Catalogue;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.SignRule;
import io.tanheng.standard.Standards;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Spoils every value of every worked example in turn, and sees it refused with words in both
/// languages that name the place and the symbol.
class RefusalsTest {

  private static final Catalogue CATALOGUE = Standards.packaged();
  private static final String UNKNOWN = "ZZ_unknown";

  static Stream<String> editions() {
    return CATALOGUE.editionIds().stream()
        .filter(id -> CATALOGUE.edition(id).require().status() != EditionStatus.TEXT_NOT_CONFIRMED);
  }

  @ParameterizedTest
  @MethodSource("editions")
  void a_wrong_unit_is_refused(String id) {
    Spoiling all =
        spoil(
            id,
            (row, symbol, value, source) -> {
              Unit other = unlike(value.quantity().unit());
              return Optional.of(with(row, symbol, new Quantity(value.quantity().value(), other)));
            });

    assertThat(all.count).isPositive();
    assertThat(all.flaws).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void an_unknown_symbol_is_refused(String id) {
    Spoiling all =
        spoil(
            id, (row, symbol, value, source) -> Optional.of(with(row, UNKNOWN, value.quantity())));

    assertThat(all.count).isPositive();
    assertThat(all.flaws).isEmpty();
    assertThat(all.codes)
        .contains("accounting.unknown-symbol")
        .isSubsetOf("accounting.unknown-symbol", "accounting.declared-beside-others");
  }

  @ParameterizedTest
  @MethodSource("editions")
  void a_negative_quantity_is_refused_where_it_is_impossible(String id) {
    Spoiling all =
        spoil(
            id,
            (row, symbol, value, source) -> {
              boolean impossible =
                  input(source, symbol).filter(i -> i.sign() == SignRule.NONNEGATIVE).isPresent();
              Rational number = value.quantity().value();
              Rational below = number.isZero() ? Rational.of(-1) : number.abs().negate();
              return impossible
                  ? Optional.of(with(row, symbol, new Quantity(below, value.quantity().unit())))
                  : Optional.empty();
            });

    assertThat(all.flaws).isEmpty();
    if (all.count > 0) {
      assertThat(all.codes).contains("accounting.negative-value");
    }
  }

  /// A row whose labels do not say which default applies lacks the factor it took from the table.
  @ParameterizedTest
  @MethodSource("editions")
  void a_missing_factor_is_refused(String id) {
    MethodEdition edition = CATALOGUE.edition(id).require();
    List<String> flaws = new ArrayList<>();
    for (Case example : examples(edition)) {
      for (Place place : places(example)) {
        EmissionSource source = edition.source(place.source());
        InputRow row = example.input().rows().get(place.source()).get(place.at());
        boolean labelled =
            source.labels().values().stream()
                .anyMatch(rule -> rule.standIn().isEmpty() && row.label(rule.label()).isPresent());
        if (!labelled || !usesDefaults(example, edition, row)) {
          continue;
        }
        Map<String, String> labels = new LinkedHashMap<>(row.labels());
        labels.keySet().removeAll(source.labels().keySet());
        InputRow spoiled = new InputRow(row.id(), row.quantities(), labels);
        check(
            replaced(example, place, spoiled).run(edition),
            example,
            row,
            "",
            flaws,
            new ArrayList<>());
      }
    }

    assertThat(flaws).isEmpty();
  }

  /// Whether the row took a default from the line one of its labels names.
  private static boolean usesDefaults(Case example, MethodEdition edition, InputRow row) {
    if (!(example.run(edition) instanceof Outcome.Calculated(Inventory inventory))) {
      return false;
    }
    return inventory.row(row.id()).stream()
        .flatMap(result -> result.factors().stream())
        .anyMatch(used -> row.labels().containsValue(used.factor().row()));
  }

  private record Place(String source, int at) {}

  private interface Spoiler {
    Optional<InputRow> spoil(InputRow row, String symbol, InputValue value, EmissionSource source);
  }

  private static final class Spoiling {
    final List<String> flaws = new ArrayList<>();
    final List<String> codes = new ArrayList<>();
    int count;
  }

  private static Spoiling spoil(String id, Spoiler spoiler) {
    MethodEdition edition = CATALOGUE.edition(id).require();
    Spoiling all = new Spoiling();
    for (Case example : examples(edition)) {
      for (Place place : places(example)) {
        EmissionSource source = edition.source(place.source());
        InputRow row = example.input().rows().get(place.source()).get(place.at());
        for (Map.Entry<String, InputValue> value : row.quantities().entrySet()) {
          Optional<InputRow> spoiled = spoiler.spoil(row, value.getKey(), value.getValue(), source);
          if (spoiled.isPresent()) {
            all.count++;
            Outcome outcome = replaced(example, place, spoiled.get()).run(edition);
            check(outcome, example, row, value.getKey(), all.flaws, all.codes);
          }
        }
      }
    }
    return all;
  }

  /// Refused, with a problem that names the row and says in both languages what to do.
  private static void check(
      Outcome outcome,
      Case example,
      InputRow row,
      String symbol,
      List<String> flaws,
      List<String> codes) {
    String where = example.name() + " " + row.id().value() + " " + symbol;
    if (!(outcome instanceof Outcome.Refused(List<Problem> problems))) {
      flaws.add(where + " is calculated");
      return;
    }
    for (Problem problem : problems) {
      codes.add(problem.code().key());
      boolean placed =
          problem.args().containsKey("rowId")
              && problem.args().get("rowId").en().equals(row.id().value())
              && problem.args().containsKey("symbol")
              && problem.position().isPresent();
      String zh = problem.text().zh();
      String en = problem.text().en();
      boolean says =
          !zh.contains("{")
              && !en.contains("{")
              && zh.matches(".*(请|可用|是否为).*")
              && en.contains(":");
      if (!placed || !says) {
        flaws.add(where + ": " + en + " " + zh);
      }
    }
  }

  private static List<Case> examples(MethodEdition edition) {
    return edition.examples().stream()
        .flatMap(path -> CaseFile.read(path, CATALOGUE.text(path).orElseThrow()).require().stream())
        .filter(example -> example.expected().problems().isEmpty())
        .toList();
  }

  private static List<Place> places(Case example) {
    List<Place> all = new ArrayList<>();
    example
        .input()
        .rows()
        .forEach((source, rows) -> {
          for (int i = 0; i < rows.size(); i++) {
            all.add(new Place(source, i));
          }
        });
    return all;
  }

  private static Case replaced(Case example, Place place, InputRow row) {
    Map<String, List<InputRow>> rows = new LinkedHashMap<>(example.input().rows());
    List<InputRow> own = new ArrayList<>(rows.get(place.source()));
    own.set(place.at(), row);
    rows.put(place.source(), own);
    return new Case(
        example.method(),
        example.name(),
        example.choice(),
        new AccountingInput(rows, example.input().production()),
        example.outputs(),
        example.expected(),
        example.places(),
        example.problems());
  }

  private static InputRow with(InputRow row, String symbol, Quantity quantity) {
    Map<String, InputValue> quantities = new LinkedHashMap<>(row.quantities());
    quantities.put(symbol, InputValue.of(quantity, quantity.text(), symbol));
    return new InputRow(row.id(), quantities, row.labels());
  }

  /// The input a symbol of a row stands for; members of a family by the family.
  private static Optional<InputSymbol> input(EmissionSource source, String symbol) {
    InputSymbol own = source.inputs().get(symbol);
    int family = symbol.lastIndexOf('_');
    return own != null || family < 0
        ? Optional.ofNullable(own)
        : Optional.ofNullable(source.inputs().get(symbol.substring(0, family)));
  }

  /// A unit of another kind.
  private static Unit unlike(Unit unit) {
    Unit power = Units.standard().require("MW");
    return unit.convertsTo(power) ? Units.standard().require("t") : power;
  }
}
