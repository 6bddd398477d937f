package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why the emissions of two periods differ, item by item: activity, factor, boundary.
///
/// For an item with the amounts A0, A1 and the emissions E0, E1, and f = E/A: activity = (A1 - A0)
/// × f0, factor = A1 × (f1 - f0); together E1 - E0, exactly. An item that only one period has is
/// boundary. An item of both that was idle in one is activity. What has no amount (sums over unlike
/// things) is not split. The rest is the total minus all parts: rounding of the stored figures to
/// six decimals, nothing else.
record InventoryEffects(
    InventoryResponse.Head a,
    InventoryResponse.Head b,
    boolean sameMethod,
    String unit,
    String before,
    String after,
    List<SourceEffect> sources,
    Effects total,
    String rest) {

  /// Parts of a change, in the unit of the comparison.
  record Effects(String activity, String factor, String boundary, String notSplit, String sum) {}

  /// The change of a source; its items sum to it.
  record SourceEffect(
      String key,
      Text name,
      String sign,
      String before,
      String after,
      Effects effects,
      List<ItemEffect> items) {}

  /// The change of an item; the amounts are absent where it has none.
  record ItemEffect(
      String key,
      Text name,
      @Nullable String facility,
      String before,
      String after,
      InventoryView.@Nullable Amount amountBefore,
      InventoryView.@Nullable Amount amountAfter,
      Effects effects) {}

  private record Exact(Rational activity, Rational factor, Rational boundary, Rational notSplit) {
    static final Exact NONE = new Exact(Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO);

    Exact plus(Exact other) {
      return new Exact(
          activity.plus(other.activity),
          factor.plus(other.factor),
          boundary.plus(other.boundary),
          notSplit.plus(other.notSplit));
    }

    Exact signed(String sign) {
      return switch (sign) {
        case "PLUS" -> this;
        case "MINUS" ->
            new Exact(activity.negate(), factor.negate(), boundary.negate(), notSplit.negate());
        default -> NONE;
      };
    }

    Rational sum() {
      return activity.plus(factor).plus(boundary).plus(notSplit);
    }

    Effects shown() {
      return new Effects(
          Shown.result(activity),
          Shown.result(factor),
          Shown.result(boundary),
          Shown.result(notSplit),
          Shown.result(sum()));
    }
  }

  static InventoryEffects of(
      InventoryHead a,
      InventoryHead b,
      InventoryResponse.Head shownA,
      InventoryResponse.Head shownB) {
    Map<String, InventoryView.Source> left = sources(a.view());
    Map<String, InventoryView.Source> right = sources(b.view());
    Set<String> keys = new LinkedHashSet<>(left.keySet());
    keys.addAll(right.keySet());
    List<SourceEffect> sources = new ArrayList<>();
    Exact total = Exact.NONE;
    for (String key : keys) {
      InventoryView.Source one = left.get(key);
      InventoryView.Source other = right.get(key);
      InventoryView.Source any = other == null ? Objects.requireNonNull(one) : other;
      List<ItemEffect> items = new ArrayList<>();
      Exact sum = items(key, a.view(), b.view(), items);
      Rational change = value(other).minus(value(one));
      Exact rounded =
          sum.plus(
              new Exact(
                  Rational.ZERO,
                  Rational.ZERO,
                  Rational.ZERO,
                  items.isEmpty() ? change : Rational.ZERO));
      total = total.plus(rounded.signed(any.sign()));
      sources.add(
          new SourceEffect(
              key,
              any.name(),
              any.sign(),
              one == null ? "0" : one.value(),
              other == null ? "0" : other.value(),
              rounded.shown(),
              items));
    }
    Rational change =
        Rational.of(b.view().total().value()).minus(Rational.of(a.view().total().value()));
    return new InventoryEffects(
        shownA,
        shownB,
        a.methodDigest().equals(b.methodDigest()),
        b.view().total().unit(),
        a.view().total().value(),
        b.view().total().value(),
        sources,
        total.shown(),
        Shown.result(change.minus(total.sum())));
  }

  private static Rational value(InventoryView.@Nullable Source source) {
    return source == null ? Rational.ZERO : Rational.of(source.value());
  }

  private static Map<String, InventoryView.Source> sources(InventoryView view) {
    Map<String, InventoryView.Source> byKey = new LinkedHashMap<>();
    view.bySource().forEach(source -> byKey.put(source.key(), source));
    return byKey;
  }

  private static Exact items(
      String source, InventoryView a, InventoryView b, List<ItemEffect> items) {
    Map<String, InventoryView.Item> left = items(a, source);
    Map<String, InventoryView.Item> right = items(b, source);
    Set<String> keys = new LinkedHashSet<>(left.keySet());
    keys.addAll(right.keySet());
    Exact sum = Exact.NONE;
    for (String key : keys) {
      InventoryView.Item one = left.get(key);
      InventoryView.Item other = right.get(key);
      InventoryView.Item any = other == null ? Objects.requireNonNull(one) : other;
      Exact effects = split(one, other);
      sum = sum.plus(effects);
      items.add(
          new ItemEffect(
              any.key(),
              any.name(),
              any.facility(),
              one == null ? "0" : one.value(),
              other == null ? "0" : other.value(),
              one == null ? null : one.amount(),
              other == null ? null : other.amount(),
              effects.shown()));
    }
    return sum;
  }

  private static Map<String, InventoryView.Item> items(InventoryView view, String source) {
    Map<String, InventoryView.Item> byKey = new LinkedHashMap<>();
    view.items().stream()
        .filter(item -> item.source().equals(source))
        .forEach(item -> byKey.put(item.key() + "\n" + item.facility(), item));
    return byKey;
  }

  private static Exact split(
      InventoryView.@Nullable Item before, InventoryView.@Nullable Item after) {
    Rational e0 = before == null ? Rational.ZERO : Rational.of(before.value());
    Rational e1 = after == null ? Rational.ZERO : Rational.of(after.value());
    Rational change = e1.minus(e0);
    if (before == null || after == null) {
      return new Exact(Rational.ZERO, Rational.ZERO, change, Rational.ZERO);
    }
    Quantity a0 = amount(before.amount());
    Quantity a1 = amount(after.amount());
    if (a0 == null || a1 == null || !a1.unit().convertsTo(a0.unit())) {
      return new Exact(Rational.ZERO, Rational.ZERO, Rational.ZERO, change);
    }
    Rational amount0 = a0.value();
    Rational amount1 = a1.in(a0.unit()).value();
    if (amount0.isZero() || amount1.isZero()) {
      return new Exact(change, Rational.ZERO, Rational.ZERO, Rational.ZERO);
    }
    Rational activity = amount1.minus(amount0).times(e0).dividedBy(amount0);
    return new Exact(activity, change.minus(activity), Rational.ZERO, Rational.ZERO);
  }

  private static @Nullable Quantity amount(InventoryView.@Nullable Amount amount) {
    return amount == null
        ? null
        : Quantity.of(amount.value(), Units.standard().require(amount.unit()));
  }
}
