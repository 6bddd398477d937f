/// A second, deliberately naive evaluator (裁判): it reads the method files for itself, walks the
/// parsed formulas with fractions of whole numbers, and shares nothing with the engine past the
/// formula parser. Entry point: [Judge].
///
/// It exists to be compared with `io.tanheng.accounting` on very many random cases. It is a module
/// of its own, and not a part of `testkit`, so that the build itself keeps it apart: its main code
/// sees `formula` and a YAML parser and nothing else, and `testkit` goes on knowing no other
/// module.
///
/// It is slow, says little about what is wrong with an input, and is used by tests only.
@NullMarked
package io.tanheng.judge;

import org.jspecify.annotations.NullMarked;
