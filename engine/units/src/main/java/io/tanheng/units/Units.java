package io.tanheng.units;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads units, as methods write them (`GJ/10^4 Nm3`, `kJ/(kg*degC)`, `tCO2/MWh`) and as plants
/// write them (`万Nm³`, `百万千焦`, `千焦/千克`, `％`).
///
/// Which units, substances and writings exist is data: `units.txt`, `substances.txt`,
/// `multipliers.txt` and `writings.txt` beside this class. A unit that is not understood is a
/// problem, never a guess: a writing in the wrong case is accepted only when it can mean one thing.
public final class Units {

  private static final Pattern POWER_OF_TEN = Pattern.compile("10\\^(-?\\d{1,2})\\s*(.+)");
  private static final Pattern PLAIN_TEN = Pattern.compile("1(0{3,9})\\s*(.+)");
  private static final Pattern EXPONENT = Pattern.compile("(.+?)\\^([1-9])");
  private static final Units STANDARD = UnitsFiles.load();

  private final Map<String, Unit> names;
  private final Map<String, Unit> foldedNames;
  private final Map<String, Unit> masses;
  private final Map<String, Substance> substances;
  private final Map<String, Integer> multipliers;
  private final Map<String, String> writings;

  /// A substance with its own balance, or a product word that only names what is weighed.
  record Substance(String symbol, boolean ownBalance) {}

  Units(
      Map<String, Unit> names,
      Map<String, Unit> foldedNames,
      Map<String, Substance> substances,
      Map<String, Integer> multipliers,
      Map<String, String> writings) {
    this(names, foldedNames, massesOf(names), substances, multipliers, writings);
  }

  private Units(
      Map<String, Unit> names,
      Map<String, Unit> foldedNames,
      Map<String, Unit> masses,
      Map<String, Substance> substances,
      Map<String, Integer> multipliers,
      Map<String, String> writings) {
    this.names = Map.copyOf(names);
    this.foldedNames = Map.copyOf(foldedNames);
    this.substances = Map.copyOf(substances);
    this.multipliers = Map.copyOf(multipliers);
    this.writings = Map.copyOf(writings);
    this.masses = masses;
  }

  /// All units the product knows.
  public static Units standard() {
    return STANDARD;
  }

  /// These units and one more name for `unit`: with `U` bound to `t`, `tC/U` reads as `tC/t`.
  public Units with(String variable, Unit unit) {
    var more = new HashMap<>(names);
    more.put(variable, unit);
    return new Units(more, foldedNames, masses, substances, multipliers, writings);
  }

  /// Reads one unit; the problem, if any, offers the nearest known writings.
  public Result<Unit> parse(String text) {
    String plain = UnitWriting.normalize(text);
    if (plain.isEmpty()) {
      return Result.failure(Problem.of(UnitsProblem.NO_UNIT));
    }
    return find(plain).map(Result::of).orElseGet(() -> Result.failure(unknown(text, plain)));
  }

  /// Reads a unit that a method file or the program itself wrote.
  ///
  /// @throws IllegalStateException when it is unknown
  public Unit require(String text) {
    return parse(text).require();
  }

  private Optional<Unit> find(String text) {
    return known(text).or(() -> compound(text)).or(() -> single(text));
  }

  private Optional<Unit> known(String text) {
    Unit unit = names.get(text);
    if (unit != null) {
      return Optional.of(unit);
    }
    String canonical = writings.get(text);
    return canonical == null ? Optional.empty() : find(canonical);
  }

  /// A quotient or product: split at the last operator outside of parentheses, so `a/b/c` is
  /// `(a/b)/c`.
  private Optional<Unit> compound(String text) {
    int at = UnitWriting.lastOperator(text);
    if (at < 0) {
      boolean wrapped = text.startsWith("(") && text.endsWith(")");
      return wrapped ? find(text.substring(1, text.length() - 1).strip()) : Optional.empty();
    }
    Optional<Unit> right = find(text.substring(at + 1).strip());
    String before = text.substring(0, at).strip();
    return right.flatMap(
        r -> find(before).map(l -> text.charAt(at) == '/' ? l.per(r) : l.times(r)));
  }

  private Optional<Unit> single(String text) {
    return scaled(text)
        .or(() -> raised(text))
        .or(() -> massOfSubstance(text, false))
        .or(() -> multiplied(text))
        .or(() -> Optional.ofNullable(foldedNames.get(UnitWriting.fold(text))))
        .or(() -> massOfSubstance(text, true));
  }

  private Optional<Unit> scaled(String text) {
    Matcher power = POWER_OF_TEN.matcher(text);
    if (power.matches()) {
      return find(power.group(2)).map(u -> times10(Integer.parseInt(power.group(1)), u));
    }
    Matcher plain = PLAIN_TEN.matcher(text);
    return plain.matches()
        ? find(plain.group(2)).map(u -> times10(plain.group(1).length(), u))
        : Optional.empty();
  }

  private Optional<Unit> raised(String text) {
    Matcher exponent = EXPONENT.matcher(text);
    return exponent.matches()
        ? known(exponent.group(1)).map(u -> u.power(Integer.parseInt(exponent.group(2))))
        : Optional.empty();
  }

  /// `tCO2`, `t CO2`, `kg N2O`, `吨二氧化碳`, `t clinker`: a mass unit followed by what is weighed.
  private Optional<Unit> massOfSubstance(String text, boolean foldCase) {
    String subject = foldCase ? UnitWriting.fold(text) : text;
    for (Map.Entry<String, Unit> mass : masses.entrySet()) {
      String prefix = foldCase ? UnitWriting.fold(mass.getKey()) : mass.getKey();
      if (subject.startsWith(prefix)) {
        String rest = subject.substring(prefix.length()).strip();
        Substance substance = substances.get(foldCase ? rest : UnitWriting.exact(rest));
        if (substance != null) {
          return Optional.of(weighed(mass.getValue(), substance));
        }
      }
    }
    return Optional.empty();
  }

  private static Unit weighed(Unit mass, Substance substance) {
    boolean word = substance.symbol().length() > 2 && !substance.ownBalance();
    String symbol = mass.symbol() + (word ? " " : "") + substance.symbol();
    Dimension dimension =
        substance.ownBalance() ? Dimension.massOf(substance.symbol()) : mass.dimension();
    return new Unit(symbol, dimension, mass.factor());
  }

  /// `万吨`, `亿kWh`: a Chinese count word before a unit.
  private Optional<Unit> multiplied(String text) {
    for (int length = Math.min(2, text.length() - 1); length > 0; length--) {
      Integer power = multipliers.get(text.substring(0, length));
      if (power != null) {
        return find(text.substring(length).strip()).map(u -> times10(power, u));
      }
    }
    return Optional.empty();
  }

  private static Unit times10(int power, Unit unit) {
    return new Unit(
        "10^" + power + " " + unit.symbol(),
        unit.dimension(),
        unit.factor().scaledByPowerOfTen(power));
  }

  private Problem unknown(String asWritten, String plain) {
    List<String> near = Nearest.to(plain, suggestions());
    if (near.isEmpty()) {
      return Problem.of(UnitsProblem.UNKNOWN_UNIT).with("unit", asWritten.strip());
    }
    return Problem.of(UnitsProblem.UNKNOWN_UNIT_SUGGESTION)
        .with("unit", asWritten.strip())
        .with("suggestions", new Text(String.join("、", near), String.join(", ", near)));
  }

  private Collection<String> suggestions() {
    Set<String> all = new TreeSet<>(names.keySet());
    all.addAll(writings.keySet());
    for (Substance substance : substances.values()) {
      if (substance.ownBalance()) {
        all.add("t" + substance.symbol());
        all.add("kg" + substance.symbol());
      }
    }
    return all;
  }

  private static Map<String, Unit> massesOf(Map<String, Unit> names) {
    var longestFirst =
        new TreeMap<String, Unit>(
            (a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
    names.forEach((name, unit) -> {
      if (unit.dimension().equals(Dimension.of(Kind.MASS))) {
        longestFirst.put(name, unit);
      }
    });
    return longestFirst;
  }
}
