package io.tanheng.formula;

import java.util.ArrayList;
import java.util.List;

/// One link of a chain of `*` and `/`.
///
/// @param division the node whose divisor this is; of a link that multiplies, the node it belongs
///   to
record Factor(Node node, boolean divides, Node.Binary division) {

  /// `a * b / c` as `a`, `b`, `/ c`, in reading order.
  static List<Factor> chain(Node.Binary product) {
    List<Factor> factors = new ArrayList<>();
    add(product, factors);
    return factors;
  }

  private static void add(Node.Binary product, List<Factor> factors) {
    if (product.left() instanceof Node.Binary left && !left.operator().adds()) {
      add(left, factors);
    } else {
      factors.add(new Factor(product.left(), false, product));
    }
    factors.add(
        new Factor(product.right(), product.operator() == Node.Operator.DIVIDED_BY, product));
  }
}
