package io.tanheng.standard;

import io.tanheng.units.Text;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Reads the inputs of a source or of production.
final class InputReader {

  private final LoadSession session;
  private final List<Variant> variants;
  private final BiFunction<InputSymbol, Fields, DefaultRule> rule;

  InputReader(
      LoadSession session,
      List<Variant> variants,
      BiFunction<InputSymbol, Fields, DefaultRule> rule) {
    this.session = session;
    this.variants = variants;
    this.rule = rule;
  }

  /// Inputs without defaults, as production has them.
  static InputReader plain(LoadSession session) {
    return new InputReader(
        session,
        List.of(Variant.ONLY),
        (input, fields) -> {
          throw new IllegalStateException(input.key() + " cannot have a default");
        });
  }

  /// @param overrides default rules by input that replace those of the input itself
  Map<String, InputSymbol> inputs(Fields fields, String key, Map<String, List<Fields>> overrides) {
    return fields.each(
        key,
        entry ->
            input(entry.name(), common(entry), Optional.ofNullable(overrides.get(entry.name()))));
  }

  private Fields common(Fields.Entry entry) {
    Fields own = entry.fields();
    return session
        .commonSymbol(entry.name())
        .map(shared -> own.over(shared, List.of()))
        .orElse(own);
  }

  private InputSymbol input(String key, Fields fields, Optional<List<Fields>> override) {
    Map<String, Unit> units = new LinkedHashMap<>(units(fields, "unit", variants));
    units.putAll(
        fields.each("display", e -> fields.unit(e.text(), Units.standard(), e.position())));
    Text name = fields.bilingual("name");
    SignRule sign =
        fields.has("sign") ? fields.word("sign", SignRule.values()) : SignRule.NONNEGATIVE;
    var most =
        fields.has("most")
            ? Optional.of(fields.quantity("most", Units.standard()))
            : Optional.<io.tanheng.units.Quantity>empty();
    Map<String, Unit> accepts =
        fields.each("accepts", e -> fields.unit(e.text(), Units.standard(), e.position()));
    boolean absentIsZero = fields.findText("absent").isPresent();
    var proposals =
        fields.scalars("propose").stream()
            .map(p -> proposal(p, fields))
            .flatMap(Optional::stream)
            .toList();
    var bare =
        new InputSymbol(
            key,
            name,
            units,
            sign,
            most,
            accepts,
            fields.findText("family"),
            fields.flag("numbered"),
            absentIsZero,
            List.of(),
            fields.findText("choose"),
            fields.findText("writtenAs"),
            proposals);
    List<Fields> own = fields.maps("default");
    fields.done();
    List<DefaultRule> defaults =
        override.orElse(own).stream().map(f -> rule.apply(bare, f)).toList();
    return new InputSymbol(
        key,
        name,
        units,
        sign,
        most,
        accepts,
        bare.family(),
        bare.numbered(),
        absentIsZero,
        defaults,
        bare.choose(),
        bare.writtenAs(),
        proposals);
  }

  private static Optional<io.tanheng.units.Quantity> proposal(Yaml.Scalar text, Fields fields) {
    int gap = text.text().indexOf(' ');
    if (gap < 0) {
      fields.report(fields.badValue("propose", text.text(), "\"0.1 %\""));
      return Optional.empty();
    }
    Unit unit = fields.unit(text.text().substring(gap + 1), Units.standard(), text.position());
    return fields
        .number("propose", text.text().substring(0, gap))
        .map(n -> io.tanheng.units.Quantity.of(n, unit));
  }

  /// The unit under `key`, read in every variant.
  static Map<String, Unit> units(Fields fields, String key, List<Variant> variants) {
    String text = fields.text(key);
    var all = new LinkedHashMap<String, Unit>();
    for (Variant variant : variants) {
      all.put(
          variant.id(),
          text.isEmpty() ? Unit.ONE : fields.unit(text, variant.units(), fields.place(key)));
    }
    return all;
  }
}
