package io.tanheng.formula;

import io.tanheng.units.Quantity;
import java.util.List;

/// Plain text for people.
record TextNotation() implements Writer.Notation {

  @Override
  public String number(Node.Literal number) {
    return Writer.Notation.withUnit(number.written(), number.unit());
  }

  @Override
  public String symbol(String name) {
    return name;
  }

  @Override
  public String member(String family, String index) {
    return family + "[" + index + "]";
  }

  @Override
  public String value(Quantity value) {
    return value.value().signum() < 0 ? "(" + value.text() + ")" : value.text();
  }

  @Override
  public String times(String left, String right) {
    return left + " × " + right;
  }

  @Override
  public String divided(String above, String below) {
    return above + " / " + below;
  }

  @Override
  public String ratio(Node.Literal above, Node.Literal below) {
    return above.written() + "/" + below.written();
  }

  @Override
  public String parenthesized(String text) {
    return "(" + text + ")";
  }

  @Override
  public String call(Node.Function function, List<String> arguments) {
    return function.word() + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String choice(
      Node.Comparison comparison, String left, String right, String then, String otherwise) {
    return "if(%s %s %s, %s, %s)".formatted(left, comparison.sign(), right, then, otherwise);
  }

  @Override
  public String sum(String index, String body) {
    return "Σ" + index + "(" + body + ")";
  }

  @Override
  public boolean hasBars() {
    return false;
  }
}
