package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.operate.crosscheck.Comparison.Status;
import io.tanheng.server.operate.crosscheck.Match.ItemKey;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import io.tanheng.units.Unit;
import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares a year's ledger with its documents: pure, without database or clock.
///
/// Rules: a document number counts once; units are converted exactly; a month with neither ledger
/// value nor documents is not compared; the last month compared is the last one any document of the
/// kind belongs to, so that a file that ends in June finds nothing missing in July. A difference
/// that another finding explains is part of that finding: a settlement that contradicts its own
/// registers, two months that cancel.
final class CrossCheck {
  private final Input input;
  private final FindingWriter findings;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<ItemKey, Match> matches;
  private final List<Document> counted;

  private CrossCheck(Input input) {
    this.input = input;
    this.findings = new FindingWriter();
    this.matches =
        input.matches().stream().collect(Collectors.toMap(Match::key, Function.identity()));
    this.counted = new ArrayList<>();
  }

  /// @param ledger values of the year by parameter and month; absent where the ledger is empty
  record Input(
      Year year,
      List<Document> documents,
      List<Match> matches,
      Map<ParameterId, Parameter> parameters,
      Map<ParameterId, Map<YearMonth, Quantity>> ledger,
      Tolerances tolerances) {}

  /// @param unmatched items nobody matched yet, which were not compared
  record Outcome(
      List<Comparison> comparisons, List<Difference> differences, List<ItemKey> unmatched) {}

  static Outcome of(Input input) {
    return new CrossCheck(input).run();
  }

  private Outcome run() {
    countOnce();
    checkDocuments();
    List<Comparison> months = new ArrayList<>();
    for (DocumentKind kind : List.of(DocumentKind.INVOICE, DocumentKind.SETTLEMENT)) {
      for (Match match : input.matches()) {
        if (match.notCompared() == null) {
          months.addAll(compare(match, kind));
        }
      }
    }
    Set<Comparison> open =
        months.stream()
            .filter(one -> one.status() == Status.DIFFERS)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    checkSettlements(open);
    checkShifts(open);
    open.forEach(this::checkMonth);
    checkContracts();
    differences.sort(
        Comparator.comparing((Difference one) -> one.months().getLast())
            .thenComparing(one -> one.key().shown())
            .thenComparing(Difference::kind));
    List<Comparison> all = new ArrayList<>(months);
    all.addAll(years(months));
    List<ItemKey> unmatched =
        counted.stream()
            .map(ItemKey::of)
            .distinct()
            .filter(key -> !matches.containsKey(key))
            .toList();
    return new Outcome(all, differences, unmatched);
  }

  /// Keeps the first of each number; every further one is a finding.
  private void countOnce() {
    Map<String, Document> first = new LinkedHashMap<>();
    for (Document document : input.documents()) {
      if (document.isOf(input.year())) {
        String key = document.kind() + "\n" + document.number() + "\n" + document.item();
        Document before = first.putIfAbsent(key, document);
        if (before == null) {
          counted.add(document);
        } else {
          differences.add(findings.duplicate(before, document));
        }
      }
    }
  }

  private void checkDocuments() {
    Set<String> contracts =
        input.documents().stream()
            .filter(one -> one.kind() == DocumentKind.CONTRACT)
            .map(Document::number)
            .collect(Collectors.toSet());
    for (Document document : counted) {
      MoneyCheck.of(document)
          .ifPresent(parts -> differences.add(findings.amounts(document, parts)));
      String contract = document.contractNumber();
      if (!contracts.isEmpty() && contract != null && !contracts.contains(contract)) {
        differences.add(findings.unknownContract(document, contract));
      }
    }
  }

  /// The months of one match and kind that have something to compare.
  private List<Comparison> compare(Match match, DocumentKind kind) {
    Optional<YearMonth> last =
        counted.stream()
            .filter(one -> one.kind() == kind)
            .flatMap(one -> Stream.ofNullable(one.month()))
            .max(Comparator.naturalOrder());
    boolean concerned =
        counted.stream().anyMatch(one -> one.kind() == kind && isOf(one, match))
            || (kind == DocumentKind.INVOICE
                && input.documents().stream()
                    .anyMatch(one -> one.kind() == DocumentKind.CONTRACT && isOf(one, match)));
    if (last.isEmpty() || !concerned) {
      return List.of();
    }
    List<Comparison> months = new ArrayList<>();
    for (YearMonth month = input.year().atMonth(1);
        !month.isAfter(last.get());
        month = month.plusMonths(1)) {
      YearMonth own = month;
      List<Document> rows =
          counted.stream()
              .filter(one -> one.kind() == kind && isOf(one, match) && own.equals(one.month()))
              .toList();
      compare(match, kind, own, rows).ifPresent(months::add);
    }
    return months;
  }

  private Optional<Comparison> compare(
      Match match, DocumentKind kind, YearMonth month, List<Document> rows) {
    Parameter first = parameter(match.parameters().getFirst());
    Unit unit = first.measuredIn();
    Quantity sum = new Quantity(Rational.ZERO, unit);
    List<Document> added = new ArrayList<>();
    for (Document row : rows) {
      if (row.amount().unit().convertsTo(unit)) {
        sum = sum.plus(row.amount());
        added.add(row);
      } else {
        differences.add(findings.unitDiffers(row, unit));
      }
    }
    Quantity ledger = ledger(match, month, unit);
    if (added.isEmpty() && (ledger == null || ledger.value().isZero())) {
      return Optional.empty();
    }
    BigDecimal tolerance =
        match.tolerancePercent() == null
            ? input.tolerances().of(first.kind())
            : match.tolerancePercent();
    return Optional.of(new Comparison(match, kind, month, ledger, sum, added, tolerance, null));
  }

  private @Nullable Quantity ledger(Match match, YearMonth month, Unit unit) {
    List<Quantity> values =
        match.parameters().stream()
            .map(id -> input.ledger().getOrDefault(id, Map.of()).get(month))
            .flatMap(Stream::ofNullable)
            .toList();
    return values.isEmpty()
        ? null
        : values.stream().reduce(new Quantity(Rational.ZERO, unit), Quantity::plus);
  }

  private Parameter parameter(ParameterId id) {
    Parameter parameter = input.parameters().get(id);
    if (parameter == null) {
      throw new IllegalStateException("a match names the unknown parameter " + id);
    }
    return parameter;
  }

  /// Settlements against their own registers; takes the comparisons it explains out of `open`.
  private void checkSettlements(Set<Comparison> open) {
    Map<String, List<Document>> byPoint =
        counted.stream()
            .filter(one -> one.registers() != null)
            .collect(
                Collectors.groupingBy(
                    one -> one.direction() + "\n" + one.meteringPoint() + "\n" + one.item(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byPoint
        .values()
        .forEach(rows -> {
          rows.forEach(row -> checkRegisters(row, open));
          List<Document> inOrder =
              rows.stream().sorted(Comparator.comparing(FindingWriter::month)).toList();
          IntStream.range(1, inOrder.size())
              .forEach(i -> checkChain(inOrder.get(i - 1), inOrder.get(i), open));
        });
  }

  private void checkRegisters(Document row, Set<Comparison> open) {
    Quantity byRegisters = row.amountByRegisters().orElseThrow();
    if (byRegisters.equals(row.amount())) {
      return;
    }
    Optional<Comparison> month = findOpen(open, row);
    boolean explained = month.filter(one -> agreesWith(one, row, byRegisters)).isPresent();
    if (explained) {
      month.ifPresent(open::remove);
    }
    differences.add(
        findings.settlement(row, byRegisters, month.filter(_ -> explained).stream().toList()));
  }

  /// The end of one month is the start of the next, as long as the meter is the same.
  private void checkChain(Document before, Document after, Set<Comparison> open) {
    Document.Registers end = before.registers();
    Document.Registers start = after.registers();
    boolean next = FindingWriter.month(before).plusMonths(1).equals(after.month());
    if (end == null
        || start == null
        || !next
        || !java.util.Objects.equals(end.meterNumber(), start.meterNumber())
        || end.end().compareTo(start.start()) == 0) {
      return;
    }
    Quantity corrected =
        new Quantity(
            start.start().subtract(end.start()).multiply(end.multiplier()), before.amount().unit());
    Optional<Comparison> month = findOpen(open, before);
    boolean explained = month.filter(one -> agreesWith(one, before, corrected)).isPresent();
    if (explained) {
      month.ifPresent(open::remove);
    }
    differences.add(findings.chain(before, after, month.filter(_ -> explained).stream().toList()));
  }

  private static Optional<Comparison> findOpen(Set<Comparison> open, Document row) {
    return open.stream().filter(one -> one.counted().contains(row)).findFirst();
  }

  private static boolean agreesWith(Comparison month, Document row, Quantity instead) {
    Quantity documents = month.documents().minus(row.amount()).plus(instead);
    return month.with(documents).status() != Status.DIFFERS;
  }

  /// Two months in a row that differ by opposite amounts within the tolerance of both together.
  private void checkShifts(Set<Comparison> open) {
    for (Comparison one : List.copyOf(open)) {
      for (Comparison other : List.copyOf(open)) {
        if (open.contains(one) && open.contains(other) && isShift(one, other)) {
          open.remove(one);
          open.remove(other);
          differences.add(findings.shift(one, other));
        }
      }
    }
  }

  private static boolean isShift(Comparison one, Comparison other) {
    YearMonth month = one.month();
    if (month == null
        || !month.plusMonths(1).equals(other.month())
        || !one.match().equals(other.match())
        || one.kind() != other.kind()
        || one.ledger() == null
        || other.ledger() == null
        || one.difference().value().signum() * other.difference().value().signum() >= 0) {
      return false;
    }
    Comparison both =
        new Comparison(
            one.match(),
            one.kind(),
            null,
            one.ledger().plus(other.ledger()),
            one.documents().plus(other.documents()),
            List.of(),
            one.tolerancePercent(),
            null);
    return both.status() != Status.DIFFERS;
  }

  private void checkMonth(Comparison month) {
    if (month.ledger() == null) {
      differences.add(findings.ledgerMissing(month));
      return;
    }
    Set<String> absent = month.difference().value().signum() < 0 ? absent(month) : Set.of();
    differences.add(absent.isEmpty() ? findings.quantity(month) : findings.missing(month, absent));
  }

  /// Partners who deliver this item, by contract or by other documents of the year, but have no
  /// document in the month.
  private Set<String> absent(Comparison comparison) {
    YearMonth month = java.util.Objects.requireNonNull(comparison.month());
    Set<String> partners = new LinkedHashSet<>();
    input.documents().stream()
        .filter(one -> isOf(one, comparison.match()))
        .filter(one ->
            one.kind() == DocumentKind.CONTRACT
                ? comparison.kind() == DocumentKind.INVOICE && one.holdsIn(month)
                : one.kind() == comparison.kind() && one.isOf(input.year()))
        .forEach(one -> partners.add(one.partner()));
    Set<String> present = new HashSet<>();
    comparison.counted().forEach(one -> present.add(one.partner()));
    partners.removeAll(present);
    return partners;
  }

  /// A year's invoices against the quantity of their contract, only where they exceed it.
  private void checkContracts() {
    BigDecimal tolerance = input.tolerances().ofContracts();
    for (Document contract : input.documents()) {
      boolean inYear = contract.kind() == DocumentKind.CONTRACT && holdsInYear(contract);
      if (inYear && contract.quantity().signum() > 0) {
        List<Document> rows = invoicesOf(contract);
        Quantity sum =
            rows.stream()
                .map(Document::amount)
                .reduce(new Quantity(Rational.ZERO, contract.amount().unit()), Quantity::plus);
        Rational over =
            sum.minus(contract.amount())
                .value()
                .times(Rational.of(100))
                .dividedBy(contract.amount().value());
        if (over.compareTo(Rational.of(tolerance)) > 0) {
          differences.add(findings.contract(contract, rows, sum, over, tolerance));
        }
      }
    }
  }

  private List<Document> invoicesOf(Document contract) {
    return counted.stream()
        .filter(one -> one.kind() == DocumentKind.INVOICE)
        .filter(one -> contract.number().equals(one.contractNumber()))
        .filter(one -> one.amount().unit().convertsTo(contract.amount().unit()))
        .toList();
  }

  /// The months of each match and kind together.
  private List<Comparison> years(List<Comparison> months) {
    record Group(Match match, DocumentKind kind) {}
    Map<Group, List<Comparison>> groups =
        months.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Group(one.match(), one.kind()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Comparison> years = new ArrayList<>();
    groups.forEach((group, parts) -> {
      Unit unit = parts.getFirst().documents().unit();
      Quantity none = new Quantity(Rational.ZERO, unit);
      Quantity ledger =
          parts.stream()
              .flatMap(one -> Stream.ofNullable(one.ledger()))
              .reduce(none, Quantity::plus);
      Quantity documents = parts.stream().map(Comparison::documents).reduce(none, Quantity::plus);
      years.add(
          new Comparison(
              group.match(),
              group.kind(),
              null,
              ledger,
              documents,
              parts.stream().flatMap(one -> one.counted().stream()).toList(),
              parts.getFirst().tolerancePercent(),
              group.kind() == DocumentKind.INVOICE ? contracted(group.match(), unit) : null));
    });
    return years;
  }

  /// What the contracts of the year come to; null where there is none.
  private @Nullable Quantity contracted(Match match, Unit unit) {
    List<Quantity> amounts =
        input.documents().stream()
            .filter(one -> one.kind() == DocumentKind.CONTRACT && isOf(one, match))
            .filter(this::holdsInYear)
            .map(Document::amount)
            .filter(amount -> amount.unit().convertsTo(unit))
            .toList();
    return amounts.isEmpty()
        ? null
        : amounts.stream().reduce(new Quantity(Rational.ZERO, unit), Quantity::plus);
  }

  private boolean holdsInYear(Document contract) {
    return IntStream.rangeClosed(1, 12)
        .anyMatch(month -> contract.holdsIn(input.year().atMonth(month)));
  }

  private static boolean isOf(Document document, Match match) {
    return ItemKey.of(document).equals(match.key());
  }
}
