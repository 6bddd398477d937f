package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.MethodSource;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.operate.measure.PlanUse;
import io.tanheng.server.plan.organization.BoundaryUnit;
import io.tanheng.server.plan.organization.UnitKind;
import io.tanheng.units.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for what the plan of one method leaves out: pure, without database or clock.
///
/// Rules: something bought is accounted when a parameter of the same name feeds the plan, or a plan
/// item is named after it (coal is bought at the yard and accounted at the kiln). A unit of the
/// boundary is covered when it or a unit below it has a parameter or a plan item. A source is fed
/// when the plan has an item of it. Names are compared as text: what is accounted under another
/// name shows up here, and a person says so once.
final class CompletenessCheck {
  private static final Pattern BOUGHT =
      Pattern.compile("购入量?|外购|采购量?|量?合计|bought|purchased", Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS_BOUGHT =
      Pattern.compile("购入|外购|采购|bought|purchased", Pattern.CASE_INSENSITIVE);

  private final Input input;
  private final List<Gap> gaps = new ArrayList<>();
  private final Set<ParameterId> fed;
  private final String accountedWords;

  private CompletenessCheck(Input input) {
    this.input = input;
    this.fed =
        input.plan().stream()
            .filter(item -> item.definition().use() == PlanUse.SOURCE)
            .flatMap(item -> item.definition().bindings())
            .flatMap(binding -> binding.parameters().stream())
            .collect(Collectors.toSet());
    this.accountedWords = words();
  }

  /// @param plan the items of the method that hold in the year
  /// @param sums of the year by parameter, where not zero
  /// @param documents those of the year
  record Input(
      String method,
      String methodNumber,
      List<MethodSource> sources,
      List<PlanItem> plan,
      List<Parameter> parameters,
      Map<ParameterId, Quantity> sums,
      List<BoundaryUnit> units,
      List<Document> documents,
      List<Match> matches) {}

  static List<Gap> of(Input input) {
    CompletenessCheck check = new CompletenessCheck(input);
    check.checkLedger();
    check.checkDocuments();
    check.checkUnits();
    check.checkSources();
    return check.gaps;
  }

  /// Everything the plan names: its items, their labels and the parameters that feed them.
  private String words() {
    Stream<String> items =
        input.plan().stream()
            .map(PlanItem::definition)
            .filter(item -> item.use() == PlanUse.SOURCE)
            .flatMap(item ->
                Stream.concat(Stream.of(item.itemName().zh()), item.labels().values().stream()));
    Stream<String> parameters =
        input.parameters().stream()
            .filter(one -> fed.contains(one.id()))
            .map(one -> String.join("", one.labels()));
    return Stream.concat(items, parameters)
        .map(DocumentColumns::plain)
        .collect(Collectors.joining("\n"));
  }

  private boolean isAccounted(String item) {
    return accountedWords.contains(DocumentColumns.plain(item));
  }

  private void checkLedger() {
    for (Parameter parameter : input.parameters()) {
      Quantity sum = input.sums().get(parameter.id());
      boolean bought =
          parameter.kind() == ParameterKind.FLOW
              && SAYS_BOUGHT.matcher(String.join(" ", parameter.labels())).find();
      if (bought && sum != null && !fed.contains(parameter.id())) {
        String item = itemOf(parameter);
        if (!isAccounted(item)) {
          report(
              GapProblem.LEDGER_ITEM_NOT_ACCOUNTED,
              parameter.name().text(),
              Map.of("item", parameter.name().text(), "quantity", FindingWriter.shown(sum)),
              null,
              parameter.id().value());
        }
      }
    }
  }

  /// The goods a parameter is about: its last label without the word for buying, or the label
  /// before.
  private static String itemOf(Parameter parameter) {
    List<String> labels = parameter.labels();
    for (int i = labels.size() - 1; i >= 0; i--) {
      String rest = BOUGHT.matcher(labels.get(i)).replaceAll("").strip();
      if (!rest.isEmpty()) {
        return rest;
      }
    }
    return parameter.name().zh();
  }

  private void checkDocuments() {
    Map<Match.ItemKey, Match> known =
        input.matches().stream().collect(Collectors.toMap(Match::key, Function.identity()));
    Set<UUID> reported = new HashSet<>();
    gaps.forEach(gap -> Stream.ofNullable(gap.parameterId()).forEach(reported::add));
    Map<String, List<Document>> byItem =
        input.documents().stream()
            .filter(one -> one.direction() == Direction.IN && one.kind() != DocumentKind.CONTRACT)
            .collect(
                Collectors.groupingBy(Document::item, LinkedHashMap::new, Collectors.toList()));
    byItem.forEach((item, rows) -> {
      List<ParameterId> matched =
          rows.stream()
              .map(row -> known.get(Match.ItemKey.of(row)))
              .filter(Objects::nonNull)
              .flatMap(match -> match.parameters().stream())
              .distinct()
              .toList();
      boolean seen =
          isAccounted(item)
              || matched.stream().anyMatch(fed::contains)
              || matched.stream().anyMatch(id -> reported.contains(id.value()))
              || matched.stream().anyMatch(this::isAccounted);
      if (!seen) {
        report(
            GapProblem.DOCUMENT_ITEM_NOT_ACCOUNTED,
            new Text(item, item),
            Map.of("item", item, "quantity", sum(rows)),
            null,
            null);
      }
    });
  }

  private boolean isAccounted(ParameterId id) {
    return input.parameters().stream()
        .filter(one -> one.id().equals(id))
        .anyMatch(one -> isAccounted(itemOf(one)));
  }

  private static Text sum(List<Document> rows) {
    Quantity first = rows.getFirst().amount();
    return FindingWriter.shown(
        rows.stream()
            .map(Document::amount)
            .filter(amount -> amount.unit().convertsTo(first.unit()))
            .reduce(first.minus(first), Quantity::plus));
  }

  private void checkUnits() {
    Set<UUID> touched = new HashSet<>();
    input.parameters().forEach(one -> Stream.ofNullable(one.unitId()).forEach(touched::add));
    input.plan().stream()
        .map(PlanItem::definition)
        .forEach(item ->
            Stream.of(item.facilityUnitId(), item.processUnitId())
                .filter(Objects::nonNull)
                .forEach(touched::add));
    for (BoundaryUnit unit : input.units()) {
      if (unit.kind() != UnitKind.SITE && !isTouched(unit, touched)) {
        String name = unit.description().name();
        String nameEn = unit.description().nameEn();
        Text shown = new Text(name, nameEn.isBlank() ? name : nameEn);
        report(
            GapProblem.UNIT_WITHOUT_SOURCE, shown, Map.of("unit", shown), unit.id().value(), null);
      }
    }
  }

  private boolean isTouched(BoundaryUnit unit, Set<UUID> touched) {
    return touched.contains(unit.id().value())
        || input.units().stream()
            .filter(child -> unit.id().equals(child.parent()))
            .anyMatch(child -> isTouched(child, touched));
  }

  private void checkSources() {
    Set<String> used =
        input.plan().stream()
            .filter(item -> item.definition().use() == PlanUse.SOURCE)
            .map(item -> item.definition().source())
            .collect(Collectors.toSet());
    for (MethodSource source : input.sources()) {
      if (!used.contains(source.key())) {
        report(
            GapProblem.SOURCE_WITHOUT_INPUT,
            source.name(),
            Map.of("source", source.name()),
            null,
            null);
      }
    }
  }

  private void report(
      GapProblem kind,
      Text subject,
      Map<String, ?> args,
      @Nullable UUID unitId,
      @Nullable UUID parameterId) {
    Map<String, Object> all = new LinkedHashMap<>(args);
    all.put("method", input.methodNumber());
    gaps.add(
        new Gap(
            SubjectId.of(kind, input.method(), subject.zh(), unitId, parameterId),
            kind,
            input.method(),
            subject,
            Problem.error(kind, all),
            FindingWriter.digest(kind + "\n" + input.method() + "\n" + subject),
            unitId,
            parameterId));
  }
}
