package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.crosscheck.Document.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether the amounts of an invoice or settlement follow from each other.
///
/// A price is as exact as it is printed: half a unit of its last decimal times the quantity is
/// rounding, and so is one fen (0.01 yuan) of each amount.
final class MoneyCheck {
  private static final BigDecimal FEN = new BigDecimal("0.01");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private MoneyCheck() {}

  /// What does not add up, for people; empty when all does.
  static Optional<Text> of(Document document) {
    Money money = document.money();
    List<Text> parts = new ArrayList<>();
    BigDecimal price = document.price();
    BigDecimal net = money.net();
    if (price != null && net != null) {
      BigDecimal rounding =
          HALF.movePointLeft(Math.max(price.scale(), 0)).multiply(document.quantity()).abs();
      BigDecimal product = document.quantity().multiply(price);
      if (isOff(net, product, rounding.add(FEN))) {
        parts.add(part("数量×单价", "quantity x price", product, "金额", "amount", net));
      }
    }
    BigDecimal rate = money.taxRate();
    BigDecimal tax = money.tax();
    if (net != null && rate != null && tax != null) {
      BigDecimal product = net.multiply(rate).movePointLeft(2);
      if (isOff(tax, product, FEN)) {
        parts.add(part("金额×税率", "amount x rate", product, "税额", "tax", tax));
      }
    }
    BigDecimal gross = money.gross();
    if (net != null && tax != null && gross != null && isOff(gross, net.add(tax), FEN)) {
      parts.add(part("金额＋税额", "amount + tax", net.add(tax), "价税合计", "gross amount", gross));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts));
  }

  private static boolean isOff(BigDecimal written, BigDecimal computed, BigDecimal rounding) {
    return written.subtract(computed).abs().compareTo(rounding) > 0;
  }

  private static Text part(
      String zh, String en, BigDecimal computed, String writtenZh, String writtenEn, BigDecimal w) {
    String value = computed.stripTrailingZeros().toPlainString();
    String written = w.toPlainString();
    return new Text(
        "%s＝%s 元，票面%s %s 元".formatted(zh, value, writtenZh, written),
        "%s = %s yuan, printed %s %s yuan".formatted(en, value, writtenEn, written));
  }

  private static Text joined(List<Text> parts) {
    return new Text(
        parts.stream().map(Text::zh).collect(Collectors.joining("；")),
        parts.stream().map(Text::en).collect(Collectors.joining("; ")));
  }
}
