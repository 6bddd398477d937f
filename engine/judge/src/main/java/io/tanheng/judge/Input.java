package io.tanheng.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a row or production may carry, as the method writes it.
record Input(
    String key,
    String unit,
    boolean nonnegative,
    Optional<Amount> most,
    Map<String, String> accepts,
    boolean family,
    boolean numbered,
    boolean absentIsZero,
    List<Doc> defaults,
    Optional<String> writtenAs) {

  static Input of(String key, Doc doc, List<Doc> defaults) {
    return new Input(
        key,
        doc.text("unit"),
        !doc.find("sign").filter("any"::equals).isPresent(),
        doc.find("most").map(Input::most),
        doc.pairs("accepts"),
        doc.has("family"),
        doc.flag("numbered"),
        doc.has("absent"),
        defaults,
        doc.find("writtenAs"));
  }

  private static Amount most(String text) {
    int gap = text.indexOf(' ');
    return Amount.of(Fraction.of(text.substring(0, gap)), Measure.of(text.substring(gap + 1), ""));
  }

  /// The given value, checked; a unit of another kind may stand for one of this kind.
  Amount take(Given given, String u) {
    Measure wanted = Measure.of(unit, u);
    Measure own = Measure.of(given.unit(), "");
    Amount amount = Amount.of(given.value(), own);
    if (!own.kind().equals(wanted.kind())) {
      String standsFor = accepts.get(given.unit());
      if (standsFor == null) {
        throw new Refusal(key + " in " + given.unit());
      }
      amount = new Amount(amount.number(), Measure.of(standsFor, u).kind(), false);
      if (!amount.kind().equals(wanted.kind())) {
        throw new Refusal(key + " in " + given.unit());
      }
    }
    if (nonnegative && amount.number().isNegative()) {
      throw new Refusal(key + " is negative");
    }
    if (most.isPresent() && amount.number().compareTo(most.get().number()) > 0) {
      throw new Refusal(key + " is too large");
    }
    return amount;
  }
}
