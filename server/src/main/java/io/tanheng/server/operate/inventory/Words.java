package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;

/// Texts of the engine as the server writes them.
final class Words {
  private Words() {}

  static Text of(io.tanheng.units.Text text) {
    return new Text(text.zh(), text.en());
  }

  /// The same characters in both languages, such as a month.
  static Text same(String words) {
    return new Text(words, words);
  }
}
