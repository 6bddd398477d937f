package io.tanheng.units;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Loads the tables of units that come with the product. A mistake in them is a bug and stops the
/// start.
final class UnitsFiles {

  private final Map<String, Unit> names = new HashMap<>();
  private final Map<String, Unit> folded = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Map<String, Units.Substance> substances = new HashMap<>();
  private final Map<String, Integer> multipliers = new HashMap<>();
  private final Map<String, String> writings = new HashMap<>();

  private UnitsFiles() {}

  static Units load() {
    var files = new UnitsFiles();
    lines("units.txt").forEach(files::addUnit);
    lines("substances.txt").forEach(files::addSubstance);
    lines("multipliers.txt").forEach(files::addMultiplier);
    lines("writings.txt").forEach(files::addWriting);
    return files.units();
  }

  private Units units() {
    return new Units(names, folded, substances, multipliers, writings);
  }

  /// `kg = 10^-3 t | 千克, 公斤`: symbol, definition, further names; `!` before a name keeps its case
  /// significant.
  private void addUnit(String line) {
    String[] parts = line.split("[=|]", -1);
    String symbol = bare(parts[0]);
    Unit unit = define(symbol, parts[1].strip());
    addName(parts[0].strip(), unit);
    if (parts.length > 2) {
      for (String name : parts[2].split(",", -1)) {
        addName(name.strip(), unit);
      }
    }
  }

  /// `base MASS`, `ratio 0.01`, or a number and a unit that stands further up.
  private Unit define(String symbol, String definition) {
    String[] words = definition.split(" ", 2);
    return switch (words[0]) {
      case "base" -> new Unit(symbol, Dimension.of(Kind.valueOf(words[1].strip())), Rational.ONE);
      case "ratio" -> new Unit(symbol, Dimension.NONE, Rational.of(words[1].strip()));
      default -> {
        Unit of = units().require(words[1].strip());
        yield new Unit(symbol, of.dimension(), of.factor().times(number(words[0])));
      }
    };
  }

  private static Rational number(String text) {
    return text.startsWith("10^")
        ? Rational.ONE.scaledByPowerOfTen(Integer.parseInt(text.substring(3)))
        : Rational.of(text);
  }

  private void addName(String marked, Unit unit) {
    String name = bare(marked);
    if (names.put(name, unit) != null) {
      throw new IllegalStateException("units.txt names a unit twice: " + name);
    }
    if (marked.startsWith("!")) {
      return;
    }
    String key = UnitWriting.fold(name);
    Unit before = folded.putIfAbsent(key, unit);
    if (before != null && !before.equals(unit)) {
      ambiguous.add(key);
    }
    if (ambiguous.contains(key)) {
      folded.remove(key);
    }
  }

  /// `CO2 = own | 二氧化碳` or `clinker = product | 熟料`.
  private void addSubstance(String line) {
    String[] parts = line.split("[=|]", -1);
    String symbol = parts[0].strip();
    var substance = new Units.Substance(symbol, parts[1].strip().equals("own"));
    addSubstanceName(symbol, substance);
    if (parts.length > 2) {
      for (String name : parts[2].split(",", -1)) {
        addSubstanceName(name.strip(), substance);
      }
    }
  }

  private void addSubstanceName(String name, Units.Substance substance) {
    substances.put(UnitWriting.exact(name), substance);
    substances.putIfAbsent(UnitWriting.fold(name), substance);
  }

  /// `万 = 4`: the power of ten.
  private void addMultiplier(String line) {
    String[] parts = line.split("=", -1);
    multipliers.put(parts[0].strip(), Integer.valueOf(parts[1].strip()));
  }

  /// `百万千焦 = GJ`: a whole writing that stands for a canonical one.
  private void addWriting(String line) {
    int at = line.lastIndexOf('=');
    String writing = UnitWriting.normalize(line.substring(0, at));
    String canonical = UnitWriting.normalize(line.substring(at + 1));
    units().require(canonical);
    writings.put(writing, canonical);
  }

  private static String bare(String name) {
    String plain = name.strip();
    return plain.startsWith("!") ? plain.substring(1) : plain;
  }

  private static List<String> lines(String file) {
    try (InputStream in = Units.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file + " beside " + Units.class.getName());
      }
      try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
