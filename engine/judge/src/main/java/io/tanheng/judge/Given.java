package io.tanheng.judge;

/// A number and a unit as they stand in an input.
public record Given(Fraction value, String unit) {

  public static Given of(String value, String unit) {
    return new Given(Fraction.of(value), unit);
  }
}
