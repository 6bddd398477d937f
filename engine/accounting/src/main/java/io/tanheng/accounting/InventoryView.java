package io.tanheng.accounting;

import io.tanheng.standard.View;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The results of an inventory in the order of a [View], such as the six categories of ISO 14064-1,
/// with a reconciliation to the total of the inventory's own method. Everything in tCO2e and exact.
///
/// @param edition id of the inventory's method
/// @param gases the first category by gas: direct emissions
/// @param memos beside the categories: biogenic CO2, exported energy, captured CO2 …
/// @param total sum of all categories
/// @param methodTotal the total of the inventory's own method
/// @param reconciliation what leads from the method's total to the total of the view, line by line;
///   the lines add up to the difference
public record InventoryView(
    View view,
    String edition,
    List<CategorySum> categories,
    Map<String, Quantity> gases,
    List<PartSum> memos,
    Quantity total,
    Quantity methodTotal,
    List<Line> reconciliation) {

  private static final Unit CO2E = Units.standard().require("tCO2e");

  public record CategorySum(String id, Text name, Quantity sum, List<PartSum> parts) {}

  public record PartSum(String id, Text name, Quantity sum, List<Line> lines) {}

  /// One source or addition in its place.
  ///
  /// @param source key of the source, or empty for an addition
  /// @param value with its sign
  public record Line(String source, Text name, String gas, Quantity value, Optional<Text> remark) {}

  /// A figure that the method does not calculate: transport, purchased goods, biogenic CO2 …
  ///
  /// @param place a part of a category, or a memo
  /// @param basis where it comes from
  public record Addition(String place, Text name, String gas, Quantity value, String basis) {}

  /// Rows that belong elsewhere than the view says: the vehicles among the fuels, flares as
  /// combustion.
  ///
  /// @param label with its value, picks rows of the source; without one all rows move
  /// @param part of a category
  public record Move(String source, Optional<Label> label, String part) {

    boolean takes(RowResult row) {
      return row.source().equals(source)
          && label.map(l -> row.label(l.name()).filter(l.value()::equals).isPresent()).orElse(true);
    }
  }

  /// A label of rows and its value, such as `process` and `transport`.
  public record Label(String name, String value) {}

  /// Puts every source in its place; a source the view does not know is a problem.
  public static Result<InventoryView> of(View view, Inventory inventory, List<Addition> additions) {
    return of(view, inventory, additions, List.of());
  }

  /// Puts every source in its place, some rows in other places than the view says.
  public static Result<InventoryView> of(
      View view, Inventory inventory, List<Addition> additions, List<Move> moves) {
    String key = inventory.totals().containsKey("total") ? "total" : "";
    Quantity methodTotal =
        Optional.ofNullable(inventory.totals().get(key))
            .map(total -> Sums.asCo2e(total.value()))
            .orElse(zero());
    return new Making(view, inventory, additions, moves)
        .view(methodTotal, Sums.shares(inventory.totals(), key));
  }

  /// The sum of a category, a part or a memo; an unknown id is a bug.
  public Quantity sum(String id) {
    return categories.stream()
        .filter(category -> category.id().equals(id))
        .map(CategorySum::sum)
        .findFirst()
        .or(() ->
            categories.stream()
                .flatMap(category -> category.parts().stream())
                .filter(part -> part.id().equals(id))
                .map(PartSum::sum)
                .findFirst())
        .or(() -> memos.stream().filter(memo -> memo.id().equals(id)).map(PartSum::sum).findFirst())
        .orElseThrow(() -> new IllegalArgumentException(id));
  }

  /// Which sources a category holds, 1 or -1 as they count in it, for its uncertainty; additions
  /// and moved rows have no part in it.
  public Map<String, Integer> shares(String category) {
    var shares = new LinkedHashMap<String, Integer>();
    categories.stream()
        .filter(c -> c.id().equals(category))
        .flatMap(c -> c.parts().stream())
        .flatMap(part -> part.lines().stream())
        .filter(line -> !line.source().isEmpty())
        .forEach(line ->
            shares.put(
                line.source(),
                view.find(edition, line.source()).filter(View.Placement::minus).isPresent()
                    ? -1
                    : 1));
    return shares;
  }

  private static Quantity zero() {
    return new Quantity(Rational.ZERO, CO2E);
  }

  private static Quantity sum(List<Line> lines) {
    return new Quantity(
        Rational.sum(lines.stream().map(line -> line.value().value()).toList()), CO2E);
  }

  /// One view in the making.
  private static final class Making {

    private final View view;
    private final Inventory inventory;
    private final List<Addition> additions;
    private final List<Move> moves;
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Making(View view, Inventory inventory, List<Addition> additions, List<Move> moves) {
      this.view = view;
      this.inventory = inventory;
      this.additions = additions;
      this.moves = moves;
    }

    Result<InventoryView> view(Quantity methodTotal, Map<String, Integer> shares) {
      var reconciliation = new ArrayList<Line>();
      inventory
          .sources()
          .forEach((key, source) -> {
            if (counts(source.value())) {
              place(key, source.value(), shares.getOrDefault(key, 0), reconciliation);
            }
          });
      additions.forEach(addition -> add(addition, reconciliation));
      if (!problems.isEmpty()) {
        return Result.failure(problems);
      }
      List<CategorySum> categories = view.categories().stream().map(this::category).toList();
      Quantity total = categories.stream().map(CategorySum::sum).reduce(zero(), Quantity::plus);
      List<PartSum> memos =
          view.memos().stream().map(this::part).filter(memo -> !memo.lines().isEmpty()).toList();
      return Result.of(
          new InventoryView(
              view,
              inventory.edition().id(),
              categories,
              gases(),
              memos,
              total,
              methodTotal,
              List.copyOf(reconciliation)));
    }

    /// A source may count products instead of emissions.
    private static boolean counts(Quantity value) {
      return value.unit().convertsTo(CO2E)
          || value.unit().convertsTo(Units.standard().require("tCO2"));
    }

    private void place(String key, Quantity sum, int share, List<Line> reconciliation) {
      Optional<View.Placement> found = view.find(inventory.edition().id(), key);
      if (found.isEmpty()) {
        notInView(key);
        return;
      }
      View.Placement placement = found.get();
      Quantity rest = Sums.asCo2e(sum);
      Quantity here = zero();
      for (Move move : moves) {
        Quantity moved = moved(move, key);
        if (!moved.value().isZero()) {
          rest = rest.minus(moved);
          here = here.plus(put(key, move.part(), moved, placement));
        }
      }
      String place = placement.part().or(placement::memo).orElseThrow();
      if (!rest.value().isZero() || here.value().isZero()) {
        Quantity stays = put(key, place, rest, placement);
        here = placement.part().isPresent() ? here.plus(stays) : here;
      }
      Quantity there = new Quantity(Sums.asCo2e(sum).value().times(Rational.of(share)), CO2E);
      if (!here.equals(there)) {
        Text name = inventory.edition().source(key).name();
        reconciliation.add(
            new Line(key, name, placement.gas(), here.minus(there), placement.remark()));
      }
    }

    /// What a move takes of a source; a row goes with the first move that takes it.
    private Quantity moved(Move move, String key) {
      List<Rational> amounts =
          inventory.rows().stream()
              .filter(row -> row.source().equals(key))
              .filter(row ->
                  moves.stream()
                      .filter(m -> m.takes(row))
                      .findFirst()
                      .filter(move::equals)
                      .isPresent())
              .map(row -> Sums.asCo2e(row.result()).value())
              .toList();
      return new Quantity(Rational.sum(amounts), CO2E);
    }

    /// Adds a line and gives its value with its sign.
    private Quantity put(String key, String place, Quantity value, View.Placement placement) {
      if (!isPlace(place)) {
        notInView(place);
      }
      Quantity signed = placement.minus() ? value.negate() : value;
      lines
          .computeIfAbsent(place, _ -> new ArrayList<>())
          .add(
              new Line(
                  key,
                  inventory.edition().source(key).name(),
                  placement.gas(),
                  signed,
                  placement.remark()));
      return signed;
    }

    private void notInView(String source) {
      problems.add(
          Problem.of(AccountingProblem.NOT_IN_VIEW)
              .with("view", view.id())
              .with("source", source)
              .with("method", inventory.edition().id()));
    }

    private boolean isPlace(String place) {
      return isPart(place) || view.memos().stream().anyMatch(m -> m.id().equals(place));
    }

    private boolean isPart(String place) {
      return view.categories().stream()
          .flatMap(category -> category.parts().stream())
          .anyMatch(p -> p.id().equals(place));
    }

    private void add(Addition addition, List<Line> reconciliation) {
      var line =
          new Line(
              "",
              addition.name(),
              addition.gas(),
              Sums.asCo2e(addition.value()),
              Optional.of(Text.same(addition.basis())));
      if (!isPlace(addition.place())) {
        notInView(addition.place());
        return;
      }
      lines.computeIfAbsent(addition.place(), _ -> new ArrayList<>()).add(line);
      if (isPart(addition.place())) {
        reconciliation.add(line);
      }
    }

    private CategorySum category(View.Category category) {
      List<PartSum> parts = category.parts().stream().map(this::part).toList();
      return new CategorySum(
          category.id(),
          category.name(),
          parts.stream().map(PartSum::sum).reduce(zero(), Quantity::plus),
          parts);
    }

    private PartSum part(View.Named part) {
      List<Line> own = lines.getOrDefault(part.id(), List.of());
      return new PartSum(part.id(), part.name(), sum(own), List.copyOf(own));
    }

    private Map<String, Quantity> gases() {
      var gases = new LinkedHashMap<String, Quantity>();
      for (View.Named part : view.categories().getFirst().parts()) {
        for (Line line : lines.getOrDefault(part.id(), List.of())) {
          gases.merge(line.gas(), line.value(), Quantity::plus);
        }
      }
      return gases;
    }
  }

  // --- purchased electricity by contracts -------------------------------------------------------

  /// Electricity bought under a contract or with certificates.
  ///
  /// @param kind such as `gec`, `green-power`, `direct-line`
  /// @param reference number of the certificate or contract
  public record Instrument(String kind, Quantity amount, Quantity factor, String reference) {}

  /// Purchased electricity beside the location-based result.
  ///
  /// @param location by the grid factor, as in the inventory
  /// @param market by contracts, the rest by the residual factor
  /// @param share of the bought electricity that contracts cover
  public record MarketBased(
      Quantity bought,
      Quantity covered,
      Quantity residual,
      Quantity location,
      Quantity market,
      Rational share) {}

  /// The market-based result of a source of electricity; it stands beside the inventory and never
  /// in it.
  ///
  /// @param source key of the source
  /// @param residualFactor for what no contract covers
  public static Result<MarketBased> marketBased(
      Inventory inventory, String source, List<Instrument> instruments, Quantity residualFactor) {
    Unit mwh = Units.standard().require("MWh");
    List<Rational> amounts =
        inventory.rows().stream()
            .filter(row -> row.source().equals(source))
            .flatMap(row -> row.value("AD").stream())
            .map(amount -> amount.in(mwh).value())
            .toList();
    var bought = new Quantity(Rational.sum(amounts), mwh);
    Quantity covered =
        instruments.stream()
            .map(instrument -> instrument.amount().in(mwh))
            .reduce(new Quantity(Rational.ZERO, mwh), Quantity::plus);
    if (covered.value().compareTo(bought.value()) > 0) {
      return Result.failure(
          Problem.of(AccountingProblem.MORE_POWER_THAN_BOUGHT)
              .with("covered", covered.text())
              .with("bought", bought.text()));
    }
    Quantity residual = bought.minus(covered);
    Quantity market = emitted(residual, residualFactor);
    for (Instrument instrument : instruments) {
      market = market.plus(emitted(instrument.amount(), instrument.factor()));
    }
    Rational share =
        bought.value().isZero() ? Rational.ZERO : covered.value().dividedBy(bought.value());
    Quantity location =
        Sums.asCo2e(Objects.requireNonNull(inventory.sources().get(source)).value());
    return Result.of(new MarketBased(bought, covered, residual, location, market, share));
  }

  private static Quantity emitted(Quantity amount, Quantity factor) {
    Unit perMwh = Units.standard().require("tCO2/MWh");
    return new Quantity(
        amount.in(Units.standard().require("MWh")).value().times(factor.in(perMwh).value()), CO2E);
  }
}
