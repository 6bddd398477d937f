package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Problem.Place;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.crosscheck.Comparison.Status;
import io.tanheng.server.operate.crosscheck.Match.ItemKey;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what [CrossCheck] found into words, with its place in the file and an id that lasts.
final class FindingWriter {
  private static final int SHOWN_PERCENT_DECIMALS = 2;
  private static final Text EXPLAINS =
      new Text("按示值计算与台账一致。", "By the registers it agrees with the ledger. ");
  private static final Text NOTHING = new Text("", "");

  /// The month a document of the year belongs to.
  static YearMonth month(Document document) {
    return Objects.requireNonNull(document.month());
  }

  Difference duplicate(Document first, Document again) {
    return ofDocument(
        DifferenceProblem.DUPLICATE_DOCUMENT,
        again,
        List.of(first, again),
        Map.of("first", first.row()));
  }

  Difference amounts(Document document, Text parts) {
    return ofDocument(
        DifferenceProblem.AMOUNT_ARITHMETIC, document, List.of(document), Map.of("parts", parts));
  }

  Difference unknownContract(Document document, String contract) {
    return ofDocument(
        DifferenceProblem.UNKNOWN_CONTRACT,
        document,
        List.of(document),
        Map.of("contract", contract));
  }

  Difference unitDiffers(Document document, Unit ledger) {
    return ofDocument(
        DifferenceProblem.UNIT_DIFFERS_IN_KIND,
        document,
        List.of(document),
        Map.of("unit", document.unitAsWritten(), "ledgerUnit", written(ledger)));
  }

  private static Difference ofDocument(
      DifferenceProblem kind, Document document, List<Document> all, Map<String, ?> more) {
    Map<String, Object> args = new HashMap<>(more);
    args.put("item", document.item());
    args.put("month", month(document).toString());
    args.put("document", document.number());
    Problem finding = Problem.error(kind, args).at(Place.row("", document.row()));
    return difference(
        kind,
        document.kind(),
        ItemKey.of(document),
        List.of(month(document)),
        finding,
        List.of(),
        all,
        document.number() + "\n" + document.row());
  }

  Difference quantity(Comparison month) {
    Map<String, Object> args = figures(month);
    args.put("percent", shownPercent(month));
    args.put("tolerance", month.tolerancePercent().stripTrailingZeros().toPlainString());
    return ofMonth(DifferenceProblem.QUANTITY_DIFFERS, month, args);
  }

  Difference missing(Comparison month, Set<String> partners) {
    Map<String, Object> args = figures(month);
    args.put("partner", String.join("、", partners));
    args.put("difference", shown(month.difference().negate()));
    return ofMonth(DifferenceProblem.MISSING_DOCUMENT, month, args);
  }

  Difference ledgerMissing(Comparison month) {
    return ofMonth(DifferenceProblem.LEDGER_MISSING, month, figures(month));
  }

  private static Difference ofMonth(
      DifferenceProblem kind, Comparison month, Map<String, Object> args) {
    return difference(
        kind,
        month.kind(),
        month.match().key(),
        List.of(Objects.requireNonNull(month.month())),
        Problem.error(kind, args),
        List.of(month),
        month.counted(),
        "");
  }

  Difference shift(Comparison one, Comparison other) {
    boolean later = other.difference().value().signum() > 0;
    Comparison surplus = later ? other : one;
    Comparison shortfall = later ? one : other;
    List<Document> suspects =
        surplus.counted().stream()
            .filter(row ->
                surplus.with(surplus.documents().minus(row.amount())).status() != Status.DIFFERS)
            .toList();
    String number = suspects.stream().findFirst().map(Document::number).orElse("—");
    Map<String, Object> args =
        Map.of(
            "item", surplus.match().key().shown(),
            "month", Objects.requireNonNull(surplus.month()).toString(),
            "other", Objects.requireNonNull(shortfall.month()).toString(),
            "difference", shown(surplus.difference()),
            "document", number);
    Problem finding = Problem.error(DifferenceProblem.PERIOD_SHIFT, args);
    return difference(
        DifferenceProblem.PERIOD_SHIFT,
        one.kind(),
        one.match().key(),
        Stream.of(shortfall.month(), surplus.month()).flatMap(Stream::ofNullable).toList(),
        suspects.isEmpty() ? finding : finding.at(Place.row("", suspects.getFirst().row())),
        List.of(one, other),
        Stream.concat(one.counted().stream(), other.counted().stream()).toList(),
        number);
  }

  Difference settlement(Document row, Quantity byRegisters, List<Comparison> explained) {
    Map<String, Object> args =
        Map.of(
            "item", row.item(),
            "month", month(row).toString(),
            "point", row.meteringPoint(),
            "document", row.number(),
            "documents", shown(row.amount()),
            "registers", shown(byRegisters),
            "verdict", explained.isEmpty() ? NOTHING : EXPLAINS);
    return difference(
        DifferenceProblem.SETTLEMENT_ARITHMETIC,
        row.kind(),
        ItemKey.of(row),
        List.of(month(row)),
        Problem.error(DifferenceProblem.SETTLEMENT_ARITHMETIC, args).at(Place.row("", row.row())),
        explained,
        List.of(row),
        row.number());
  }

  Difference chain(Document before, Document after, List<Comparison> explained) {
    Map<String, Object> args =
        Map.of(
            "item", after.item(),
            "point", after.meteringPoint(),
            "other", month(before).toString(),
            "month", month(after).toString(),
            "end", Objects.requireNonNull(before.registers()).end().toPlainString(),
            "start", Objects.requireNonNull(after.registers()).start().toPlainString(),
            "verdict", explained.isEmpty() ? NOTHING : EXPLAINS);
    return difference(
        DifferenceProblem.REGISTER_CHAIN_BROKEN,
        after.kind(),
        ItemKey.of(after),
        List.of(month(before), month(after)),
        Problem.error(DifferenceProblem.REGISTER_CHAIN_BROKEN, args).at(Place.row("", after.row())),
        explained,
        List.of(before, after),
        after.number());
  }

  Difference contract(
      Document contract, List<Document> rows, Quantity sum, Rational over, BigDecimal tolerance) {
    Map<String, Object> args =
        Map.of(
            "item", contract.item(),
            "contract", contract.number(),
            "contracted", shown(contract.amount()),
            "documents", shown(sum),
            "percent", percent(over.toDecimal(SHOWN_PERCENT_DECIMALS, RoundingMode.HALF_UP)),
            "tolerance", tolerance.stripTrailingZeros().toPlainString());
    List<Document> all = new ArrayList<>(List.of(contract));
    all.addAll(rows);
    return difference(
        DifferenceProblem.CONTRACT_EXCEEDED,
        DocumentKind.CONTRACT,
        ItemKey.of(contract),
        List.of(month(rows.getLast())),
        Problem.error(DifferenceProblem.CONTRACT_EXCEEDED, args).at(Place.row("", contract.row())),
        List.of(),
        all,
        contract.number());
  }

  private static Difference difference(
      DifferenceProblem kind,
      DocumentKind documentKind,
      ItemKey key,
      List<YearMonth> months,
      Problem finding,
      List<Comparison> comparisons,
      List<Document> documents,
      String number) {
    return new Difference(
        SubjectId.of(kind, documentKind, key, months, number),
        kind,
        documentKind,
        key,
        months,
        finding,
        digest(finding.code() + finding.args()),
        comparisons,
        documents,
        percentOf(comparisons));
  }

  private static @Nullable BigDecimal percentOf(List<Comparison> comparisons) {
    return comparisons.isEmpty() ? null : comparisons.getLast().percent().orElse(null);
  }

  private static Map<String, Object> figures(Comparison month) {
    Map<String, Object> args = new HashMap<>();
    args.put("item", month.match().key().shown());
    args.put("month", String.valueOf(month.month()));
    args.put("kind", KindWords.of(month.kind()));
    args.put("documents", shown(month.documents()));
    Optional.ofNullable(month.ledger()).ifPresent(ledger -> args.put("ledger", shown(ledger)));
    args.put("difference", shown(month.difference()));
    return args;
  }

  private static String shownPercent(Comparison month) {
    return month
        .percent()
        .map(value -> percent(value.setScale(SHOWN_PERCENT_DECIMALS, RoundingMode.HALF_UP)))
        .orElse("—");
  }

  private static String percent(BigDecimal value) {
    return (value.signum() > 0 ? "+" : "") + value.toPlainString();
  }

  static Text shown(Quantity quantity) {
    Text unit = written(quantity.unit());
    return new Text(quantity.valueText() + " " + unit.zh(), quantity.valueText() + " " + unit.en());
  }

  private static Text written(Unit unit) {
    return new Text(unit.written().zh(), unit.written().en());
  }

  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
