package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.Text;

/// The words people use for a kind of document.
final class KindWords {
  private KindWords() {}

  static Text of(DocumentKind kind) {
    return switch (kind) {
      case CONTRACT -> new Text("合同", "contracts");
      case INVOICE -> new Text("发票", "invoices");
      case SETTLEMENT -> new Text("结算单", "settlements");
    };
  }
}
