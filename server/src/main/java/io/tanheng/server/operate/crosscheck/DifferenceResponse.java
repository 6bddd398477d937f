package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.units.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A difference as the API writes it: in words, with the figures side by side, the documents and
/// what people said.
record DifferenceResponse(
    UUID id,
    DifferenceProblem kind,
    DocumentKind documentKind,
    Direction direction,
    String item,
    String meteringPoint,
    List<String> months,
    Text finding,
    String figures,
    Differences.State state,
    @Nullable String difference,
    @Nullable String unit,
    @Nullable BigDecimal percent,
    List<ComparisonResponse> comparisons,
    List<ComparisonResponse> alongside,
    List<CheckedDocument> documents,
    List<RemarkResponse> remarks) {

  /// Ledger and documents side by side; `month` is absent for the year.
  record ComparisonResponse(
      DocumentKind kind,
      Direction direction,
      String item,
      String meteringPoint,
      @Nullable String month,
      @Nullable String ledger,
      String documents,
      @Nullable String contracted,
      String difference,
      String unit,
      @Nullable BigDecimal percent,
      BigDecimal tolerancePercent,
      Comparison.Status status,
      int documentCount,
      List<UUID> parameters) {
    static ComparisonResponse of(Comparison one) {
      return new ComparisonResponse(
          one.kind(),
          one.match().key().direction(),
          one.match().key().item(),
          one.match().key().meteringPoint(),
          one.month() == null ? null : one.month().toString(),
          one.ledger() == null ? null : plain(one.ledger()),
          plain(one.documents()),
          one.contracted() == null ? null : plain(one.contracted()),
          plain(one.difference()),
          one.documents().unit().symbol(),
          one.percent().orElse(null),
          one.tolerancePercent(),
          one.status(),
          one.counted().size(),
          one.match().parameters().stream().map(ParameterId::value).toList());
    }
  }

  /// A row of a file, as written; amounts in yuan.
  record CheckedDocument(
      UUID id,
      DocumentKind kind,
      String number,
      String partner,
      @Nullable String month,
      String quantity,
      String unit,
      @Nullable BigDecimal priceYuan,
      @Nullable BigDecimal netYuan,
      @Nullable String contractNumber,
      @Nullable String registerStart,
      @Nullable String registerEnd,
      @Nullable String multiplier,
      String fileName,
      String fileDigest,
      int row) {}

  /// What somebody said; `current` when it is about the figures as they are.
  record RemarkResponse(
      Remark.Act act, @Nullable String words, String by, UUID byId, String at, boolean current) {
    static RemarkResponse of(Remark remark, String figures, Map<AccountId, String> people) {
      return new RemarkResponse(
          remark.act(),
          remark.words(),
          DocumentController.name(remark.by(), people),
          remark.by().value(),
          remark.at().toString(),
          remark.figures().equals(figures));
    }
  }

  static DifferenceResponse of(
      Differences.Tracked tracked, Map<FileId, DocumentFile> files, Map<AccountId, String> people) {
    Difference one = tracked.difference();
    Comparison last = one.comparisons().isEmpty() ? null : one.comparisons().getLast();
    return new DifferenceResponse(
        one.id().value(),
        one.kind(),
        one.documentKind(),
        one.key().direction(),
        one.key().item(),
        one.key().meteringPoint(),
        one.months().stream().map(Object::toString).toList(),
        one.finding().message(),
        one.figures(),
        tracked.state(),
        last == null ? null : plain(last.difference()),
        last == null ? null : last.documents().unit().symbol(),
        one.percent(),
        one.comparisons().stream().map(ComparisonResponse::of).toList(),
        tracked.alongside().stream().map(ComparisonResponse::of).toList(),
        one.documents().stream().map(row -> document(row, files)).toList(),
        tracked.remarks().stream()
            .map(remark -> RemarkResponse.of(remark, one.figures(), people))
            .toList());
  }

  private static CheckedDocument document(Document row, Map<FileId, DocumentFile> files) {
    DocumentFile file = files.get(row.file());
    if (file == null) {
      throw new IllegalStateException("no file of document " + row.id());
    }
    Document.Registers shown = row.registers();
    return new CheckedDocument(
        row.id().value(),
        row.kind(),
        row.number(),
        row.partner(),
        row.month() == null ? null : row.month().toString(),
        row.quantity().toPlainString(),
        row.unitAsWritten(),
        row.price(),
        row.money().net(),
        row.contractNumber(),
        shown == null ? null : shown.start().toPlainString(),
        shown == null ? null : shown.end().toPlainString(),
        shown == null ? null : shown.multiplier().toPlainString(),
        file.fileName(),
        file.digest(),
        row.row());
  }

  /// Exact where it is a decimal; otherwise twelve decimals, half up.
  private static String plain(Quantity quantity) {
    BigDecimal value =
        quantity.value().isDecimal()
            ? quantity.value().toDecimal()
            : quantity.toDecimal(12, RoundingMode.HALF_UP);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
