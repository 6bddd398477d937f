package io.tanheng.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Seeded chance for property tests: the same seed gives the same values, and a failure names its
/// seed.
///
/// The seed is new in every run; `-Dtanheng.seed=…` repeats one.
public final class Chance {

  private static final int RUNS = 300;

  private final Random random;

  /// The chance of one seed.
  public static Chance of(long seed) {
    return new Chance(seed);
  }

  private Chance(long seed) {
    this.random = new Random(seed);
  }

  /// Runs a property with many different seeds and names the seed that breaks it.
  public static void forAll(Consumer<Chance> property) {
    String wanted = System.getProperty("tanheng.seed", "");
    long first = wanted.isEmpty() ? System.nanoTime() : Long.parseLong(wanted);
    int runs = wanted.isEmpty() ? RUNS : 1;
    for (long seed = first; seed < first + runs; seed++) {
      try {
        property.accept(new Chance(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dtanheng.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  public int whole(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  public boolean yes() {
    return random.nextBoolean();
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// A decimal of up to twelve digits with up to eight places; zero and negative ones too.
  public BigDecimal decimal() {
    long digits = random.nextLong(-999_999_999_999L, 1_000_000_000_000L);
    long shorter = digits / (long) Math.pow(10, whole(0, 12));
    return BigDecimal.valueOf(shorter, whole(0, 8));
  }

  public BigDecimal positiveDecimal() {
    BigDecimal value = decimal().abs();
    return value.signum() == 0 ? BigDecimal.ONE : value;
  }

  /// A share of 0 to 100 with two places, as written with `%`.
  public BigDecimal percent() {
    return BigDecimal.valueOf(whole(0, 10_000), 2);
  }
}
