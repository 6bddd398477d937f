package io.tanheng.server.operate.suggest;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.suggest.BindingSuggestion.Likelihood;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.EmissionSource;
import io.tanheng.standard.InputSymbol;
import io.tanheng.standard.LabelRule;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Registry;
import io.tanheng.standard.SourceCategory;
import io.tanheng.standard.Standards;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Reads from the words of a row which inputs of a method it may feed.
///
/// Three things must fit: a label names something the source takes (by the lists of the edition:
/// name or other writing), the last label says what the quantity is, and the unit converts to that
/// of the input. What fits nothing gets no suggestion.
@Service
public class Suggestions {
  private final Catalogue catalogue = Standards.packaged();
  private final Words words = new Words();

  /// Something a source takes: a fuel, a material, or electricity and heat as such.
  private record Thing(
      EmissionSource source, Map<String, String> labels, String item, Text name, Named named) {}

  /// How the labels name it.
  private record Named(String word, boolean whole) {}

  /// Best first; empty when nothing fits or the method is not known.
  public List<BindingSuggestion> of(String method, DescribedRow row) {
    Optional<Unit> unit =
        Units.standard().parse(row.unit()) instanceof Result.Success<Unit>(Unit known)
            ? Optional.of(known)
            : Optional.empty();
    Optional<MethodEdition> edition = catalogue.edition(method).find();
    if (unit.isEmpty() || edition.isEmpty() || row.labels().isEmpty()) {
      return List.of();
    }
    List<Thing> things = things(edition.get(), row.labels());
    int longest = things.stream().mapToInt(thing -> thing.named().word().length()).max().orElse(0);
    List<Fit> fits = new ArrayList<>();
    for (Thing thing : things) {
      if (thing.named().word().length() == longest) {
        symbol(thing, row, unit.get()).ifPresent(symbol -> fits.add(new Fit(thing, symbol)));
      }
    }
    List<Fit> told = fits.stream().filter(fit -> isTold(fit.thing())).toList();
    boolean several = (told.isEmpty() ? fits : told).size() > 1;
    return Stream.concat(told.stream(), fits.stream().filter(fit -> !told.contains(fit)))
        .map(fit ->
            suggestion(method, row, fit, several || (!told.isEmpty() && !told.contains(fit))))
        .sorted(Comparator.comparing(BindingSuggestion::likelihood))
        .toList();
  }

  private record Fit(Thing thing, InputSymbol symbol) {}

  /// Whether words of ours tell that this source is meant, of several that share a list.
  private boolean isTold(Thing thing) {
    return words.mentions("source." + thing.source().key(), Words.normalise(thing.name().zh()));
  }

  private List<Thing> things(MethodEdition edition, List<String> labels) {
    List<Thing> things = new ArrayList<>();
    for (EmissionSource source : edition.sources().values()) {
      for (LabelRule rule : source.labels().values()) {
        for (Registry.Entry entry : rule.registry().entries().values()) {
          Stream<String> writings =
              Stream.concat(
                  Stream.of(entry.name().zh(), entry.name().en()), entry.aliases().stream());
          named(labels, writings.toList())
              .map(named ->
                  new Thing(
                      source,
                      Map.of(rule.label(), entry.id()),
                      entry.id(),
                      text(entry.name()),
                      named))
              .ifPresent(things::add);
        }
      }
      if (source.labels().isEmpty()) {
        named(labels, ownWords(source))
            .map(named -> new Thing(source, Map.of(), source.key(), text(source.name()), named))
            .ifPresent(things::add);
      }
    }
    return things;
  }

  /// Words for a source without a list: of its category, else of itself.
  private List<String> ownWords(EmissionSource source) {
    return isEnergy(source)
        ? words.list("category." + source.category().name().toLowerCase(Locale.ROOT))
        : words.list("source." + source.key());
  }

  private static boolean isEnergy(EmissionSource source) {
    return source.category() == SourceCategory.ELECTRICITY
        || source.category() == SourceCategory.HEAT;
  }

  /// The longest of the writings that is a label or stands in one.
  private static Optional<Named> named(List<String> labels, List<String> writings) {
    return writings.stream()
        .map(Words::normalise)
        .filter(writing -> writing.length() > 1)
        .flatMap(writing ->
            labels.stream()
                .map(Words::normalise)
                .filter(label -> label.contains(writing))
                .map(label -> new Named(writing, label.equals(writing))))
        .max(
            Comparator.<Named>comparingInt(named -> named.word().length())
                .thenComparing(Named::whole));
  }

  private Optional<InputSymbol> symbol(Thing thing, DescribedRow row, Unit unit) {
    String last = Words.normalise(row.labels().getLast());
    return row.kind() == ParameterKind.QUALITY
        ? property(thing, last, row.unit(), unit)
        : quantity(thing, last, unit);
  }

  private Optional<InputSymbol> quantity(Thing thing, String last, Unit unit) {
    Optional<Role> role = words.role(last);
    if (role.isEmpty() || !takes(thing.source(), role.get())) {
      return Optional.empty();
    }
    return role.get().symbols().stream()
        .flatMap(key -> Optional.ofNullable(thing.source().inputs().get(key)).stream())
        .filter(input -> converts(input, unit))
        .findFirst();
  }

  /// Energy goes the way the name of the source says; only products are made; products are not
  /// bought or used.
  private boolean takes(EmissionSource source, Role role) {
    if (isEnergy(source)) {
      return words.role(source.name().zh()).filter(role::equals).isPresent();
    }
    boolean isProduct = source.category() == SourceCategory.REMOVAL;
    return switch (role) {
      case MADE -> isProduct;
      case PURCHASED, USED, OTHER_USE -> !isProduct;
      case STOCK, SOLD -> true;
      case EXPORTED -> false;
    };
  }

  /// A tested property: the input whose name or other writing is the longest in the label.
  private Optional<InputSymbol> property(Thing thing, String last, String written, Unit unit) {
    InputSymbol best = null;
    int longest = 0;
    for (InputSymbol input : thing.source().inputs().values()) {
      int length =
          Stream.concat(
                  Stream.of(Words.normalise(input.name().zh())),
                  words.list("symbol." + input.key()).stream())
              .filter(word -> word.length() > 1 && last.contains(word))
              .mapToInt(String::length)
              .max()
              .orElse(0);
      if (length > longest && (converts(input, unit) || input.accepts().containsKey(written))) {
        best = input;
        longest = length;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean converts(InputSymbol input, Unit unit) {
    return input.units().values().stream().anyMatch(unit::convertsTo);
  }

  private static BindingSuggestion suggestion(
      String method, DescribedRow row, Fit fit, boolean several) {
    Thing thing = fit.thing();
    Likelihood likelihood =
        several ? Likelihood.LOW : thing.named().whole() ? Likelihood.HIGH : Likelihood.MEDIUM;
    String last = row.labels().getLast();
    Text symbol = text(fit.symbol().name());
    return new BindingSuggestion(
        method,
        thing.source().key(),
        text(thing.source().name()),
        thing.item(),
        thing.name(),
        thing.labels(),
        fit.symbol().key(),
        symbol,
        likelihood,
        new Text(
            "“%s”对应%s，“%s”对应%s（%s），单位 %s 可换算。"
                .formatted(
                    thing.named().word(),
                    thing.name().zh(),
                    last,
                    symbol.zh(),
                    fit.symbol().key(),
                    row.unit()),
            "\"%s\" is %s, \"%s\" is %s (%s); the unit %s converts."
                .formatted(
                    thing.named().word(),
                    thing.name().en(),
                    last,
                    symbol.en(),
                    fit.symbol().key(),
                    row.unit())));
  }

  private static Text text(io.tanheng.units.Text text) {
    return new Text(text.zh(), text.en());
  }

  /// The by-product gas the row says is made on the plant itself, by its id in the lists of fuels.
  Optional<String> madeOnSite(String method, DescribedRow row) {
    if (role(row).filter(Role.MADE::equals).isEmpty()) {
      return Optional.empty();
    }
    return edition(method).stream()
        .flatMap(edition -> things(edition, row.labels()).stream())
        .filter(thing -> thing.source().category() == SourceCategory.FUEL)
        .map(Thing::item)
        .filter(this::isByProduct)
        .findFirst();
  }

  private boolean isByProduct(String item) {
    return words.list("by-product").contains(item);
  }

  boolean isTotal(String label) {
    return words.mentions("total", Words.normalise(label));
  }

  Optional<Role> role(DescribedRow row) {
    return row.labels().isEmpty() ? Optional.empty() : words.role(row.labels().getLast());
  }

  Optional<MethodEdition> edition(String method) {
    return catalogue.edition(method).find();
  }
}
