package io.tanheng.formula;

/// Leaves an evaluation that would divide by zero; never leaves this package.
final class ZeroDivisor extends RuntimeException {

  private final transient Node.Binary division;

  ZeroDivisor(Node.Binary division) {
    super("division by zero", null, false, false);
    this.division = division;
  }

  Node.Binary division() {
    return division;
  }
}
