package io.tanheng.server.operate.suggest;

import java.util.List;

/// What a quantity is in the balance of a fuel or material, and the inputs that may take it, the
/// preferred first. The words of each role stand in `words.properties`.
enum Role {
  OTHER_USE("other-use", "Q_other"),
  STOCK("stock", "S_close"),
  SOLD("sold", "Q_out Q_sold"),
  EXPORTED("exported", "AD Q_out"),
  PURCHASED("purchased", "Q_in M AD"),
  MADE("made", "AD"),
  USED("used", "FC P M");

  private final String key;
  private final String symbols;

  Role(String key, String symbols) {
    this.key = key;
    this.symbols = symbols;
  }

  String key() {
    return key;
  }

  List<String> symbols() {
    return List.of(symbols.split(" "));
  }
}
