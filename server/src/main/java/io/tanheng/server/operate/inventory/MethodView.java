package io.tanheng.server.operate.inventory;

import io.tanheng.formula.Compiled;
import io.tanheng.formula.Expression;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.standard.Citation;
import io.tanheng.standard.Confidence;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.FactorSet;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.LabelRule;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.MethodFormula;
import io.tanheng.standard.Reference;
import io.tanheng.standard.Route;
import io.tanheng.standard.SignRule;
import io.tanheng.standard.Symbol;
import io.tanheng.standard.Total;
import io.tanheng.standard.Variant;
import io.tanheng.units.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A method edition as the catalogue page shows it.
record MethodView(
    String id,
    String number,
    Text title,
    String sector,
    Text sectorName,
    String status,
    @Nullable String issued,
    @Nullable String effective,
    @Nullable String replaces,
    @Nullable String replacedBy,
    @Nullable Text known,
    String digest,
    List<String> gases,
    List<InventoryView.Named> factorSets,
    List<CitationView> citations,
    List<SourceView> sources,
    List<TotalView> totals,
    List<String> memos,
    ProductionView production) {

  private static final Map<String, Text> SECTORS =
      Map.ofEntries(
          Map.entry("power", new Text("发电", "Power")),
          Map.entry("steel", new Text("钢铁", "Steel")),
          Map.entry("cement", new Text("水泥", "Cement")),
          Map.entry("aluminium", new Text("铝冶炼", "Aluminium")),
          Map.entry("non-ferrous", new Text("有色金属", "Non-ferrous metals")),
          Map.entry("flat-glass", new Text("平板玻璃", "Flat glass")),
          Map.entry("ceramics", new Text("陶瓷", "Ceramics")),
          Map.entry("chemicals", new Text("化工", "Chemicals")),
          Map.entry("petrochemicals", new Text("石油化工", "Petrochemicals")),
          Map.entry("paper", new Text("造纸", "Paper")),
          Map.entry("general", new Text("工业企业（通则）", "Industry in general")),
          Map.entry("library", new Text("共用因子库", "Shared factors")));

  record CitationView(String id, Text title, String confidence) {}

  /// @param uses the symbols, inputs and families the formula reads
  record FormulaView(String text, String latex, List<String> uses) {}

  /// @param decidedBy inputs whose unit decides the variant of a row
  /// @param choices what the labels may say, for labels that name an entry of a list
  /// @param keptUnused inputs that may stand beside a route that does not use them
  record SourceView(
      String key,
      Text name,
      String category,
      String unit,
      @Nullable FormulaView formula,
      List<VariantView> variants,
      List<String> decidedBy,
      List<SymbolView> symbols,
      List<InputView> inputs,
      List<String> labels,
      List<ChoiceView> choices,
      List<String> keptUnused,
      CitationView citation) {}

  /// @param measures what `U` measures, see [InputView]; absent when there is only one variant
  record VariantView(String id, @Nullable String measures) {}

  record SymbolView(
      String key, Text name, List<String> units, boolean exclusive, List<RouteView> routes) {}

  /// @param leadLabel a label that leads as well
  /// @param beside an input that must stand beside the leading one
  /// @param variants those the route applies to
  record RouteView(
      String id,
      Text name,
      @Nullable String lead,
      @Nullable String leadLabel,
      @Nullable String beside,
      List<String> variants,
      FormulaView formula) {}

  /// @param accepts units of another kind that stand for one of this kind
  /// @param measures the kinds of quantity taken, each by its base unit; two units convert exactly
  ///   when theirs are equal
  /// @param family whether rows carry several, by an index after the key
  record InputView(
      String key,
      Text name,
      List<String> units,
      List<String> accepts,
      List<String> measures,
      boolean family,
      boolean absentIsZero,
      boolean negativeAllowed,
      boolean hasDefault) {}

  /// @param standIn the entry meant when the row has no such label
  record ChoiceView(String label, @Nullable String standIn, List<EntryView> entries) {}

  /// An entry of a list, with other writings to find it by.
  record EntryView(String id, Text name, List<String> aliases) {}

  /// What the edition wants to know of production.
  record ProductionView(List<InputView> inputs) {}

  record TotalView(
      String key,
      Text name,
      String unit,
      String level,
      boolean subtotal,
      List<String> plus,
      List<String> minus) {}

  static MethodView of(MethodEdition edition) {
    return new MethodView(
        edition.id(),
        edition.number(),
        Words.of(edition.title()),
        edition.sector(),
        sectorName(edition.sector()),
        word(edition.status()),
        edition.issued().orElse(null),
        edition.effective().orElse(null),
        edition.replaces().orElse(null),
        edition.replacedBy().orElse(null),
        edition.known().map(Words::of).orElse(null),
        edition.digest(),
        edition.gases(),
        edition.factorSets().stream().map(MethodView::named).toList(),
        edition.citations().stream().map(c -> citation(c, c.confidence())).toList(),
        edition.sources().values().stream().map(MethodView::source).toList(),
        edition.totals().stream().map(MethodView::total).toList(),
        edition.memos(),
        new ProductionView(
            edition.production().inputs().values().stream().map(input -> input(input)).toList()));
  }

  /// The sector in words; one without words is a bug that a test finds.
  static Text sectorName(String sector) {
    Text name = SECTORS.get(sector);
    if (name == null) {
      throw new IllegalStateException("no name of sector " + sector);
    }
    return name;
  }

  static InventoryView.Named named(FactorSet set) {
    return new InventoryView.Named(set.id(), Words.of(set.name()));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static CitationView citation(Citation citation, Confidence confidence) {
    return new CitationView(citation.id(), Words.of(citation.title()), word(confidence));
  }

  private static CitationView citation(Reference reference) {
    return citation(reference.citation(), reference.confidence());
  }

  private static SourceView source(EmissionSource source) {
    return new SourceView(
        source.key(),
        Words.of(source.name()),
        word(source.category()),
        source.unit().symbol(),
        source.formula().map(MethodView::formula).orElse(null),
        source.variants().stream().map(MethodView::variant).toList(),
        source.decidedBy(),
        source.symbols().values().stream().map(symbol -> symbol(symbol)).toList(),
        source.inputs().values().stream().map(input -> input(input)).toList(),
        List.copyOf(source.labels().keySet()),
        source.labels().values().stream().map(MethodView::choice).toList(),
        source.keptUnused().stream().sorted().toList(),
        citation(source.citation()));
  }

  private static SymbolView symbol(Symbol symbol) {
    return new SymbolView(
        symbol.key(),
        Words.of(symbol.name()),
        symbol.units().values().stream().map(unit -> unit.symbol()).distinct().toList(),
        symbol.exclusive(),
        symbol.routes().stream().map(MethodView::route).toList());
  }

  private static RouteView route(Route route) {
    return new RouteView(
        route.id(),
        Words.of(route.name()),
        route.lead().orElse(null),
        route.leadLabel().orElse(null),
        route.beside().orElse(null),
        List.copyOf(route.formula().compiled().keySet()),
        formula(route.formula()));
  }

  private static InputView input(InputSymbol input) {
    return new InputView(
        input.key(),
        Words.of(input.name()),
        input.units().values().stream().map(unit -> unit.symbol()).distinct().toList(),
        List.copyOf(input.accepts().keySet()),
        MethodInputs.units(input).stream().map(MethodView::measures).distinct().toList(),
        input.family().isPresent(),
        input.absentIsZero(),
        input.sign() == SignRule.ANY,
        !input.defaults().isEmpty());
  }

  private static FormulaView formula(MethodFormula formula) {
    Compiled any = formula.compiled().values().iterator().next();
    Expression expression = any.expression();
    List<String> uses =
        formula.compiled().values().stream()
            .flatMap(one -> Stream.concat(one.symbols().stream(), one.families().stream()))
            .distinct()
            .toList();
    return new FormulaView(formula.text(), expression.toLatex(Map.of()), uses);
  }

  private static VariantView variant(Variant variant) {
    return new VariantView(variant.id(), variant.unit().map(MethodView::measures).orElse(null));
  }

  /// What the unit measures, by the base unit.
  static String measures(Unit unit) {
    return unit.dimension().baseUnit().symbol();
  }

  private static ChoiceView choice(LabelRule rule) {
    return new ChoiceView(
        rule.label(),
        rule.standIn().orElse(null),
        rule.registry().entries().values().stream()
            .map(entry -> new EntryView(entry.id(), Words.of(entry.name()), entry.aliases()))
            .toList());
  }

  private static TotalView total(Total total) {
    return new TotalView(
        total.key(),
        Words.of(total.name()),
        total.unit().symbol(),
        word(total.level()),
        total.subtotal(),
        total.plus(),
        total.minus());
  }
}
