package io.tanheng.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A unit as the judge understands it: how many of the first unit of its kind one of it is, and
/// what it measures, as powers of kinds. Read by a small table of its own.
///
/// @param kind no entry is zero; a ratio has none
record Measure(Fraction factor, Map<String, Integer> kind) {

  private static final Pattern TEN = Pattern.compile("10\\^(\\d+) (.+)");
  private static final Pattern OWN_MASS =
      Pattern.compile("(t|kg|g)(C|CO2|CO2e|CH4|N2O|COD|SF6|NF3|CF4|C\\d+F\\d+|c-C4F8|HFC-.+|R-.+)");
  private static final Pattern PRODUCT = Pattern.compile("(t|kg) ?(Al|clinker|cement|product)");
  private static final Map<String, Measure> KNOWN = table();
  private static final Map<String, Measure> READ = new ConcurrentHashMap<>();

  /// Reads a unit such as `kJ/(kg*degC)`; `u` is what the name `U` stands for, or empty.
  static Measure of(String text, String u) {
    String key = u.isEmpty() ? text : u + "|" + text;
    Measure known = READ.get(key);
    if (known == null) {
      known = read(text, u);
      READ.put(key, known);
    }
    return known;
  }

  private static Measure read(String text, String u) {
    String plain = text.strip();
    int split = lastOperator(plain);
    if (split >= 0) {
      Measure left = of(plain.substring(0, split), u);
      Measure right = of(plain.substring(split + 1), u);
      return plain.charAt(split) == '*' ? left.times(right, 1) : left.times(right, -1);
    }
    if (plain.startsWith("(") && plain.endsWith(")")) {
      return of(plain.substring(1, plain.length() - 1), u);
    }
    return single(plain, u);
  }

  private static Measure single(String name, String u) {
    Measure known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    if (name.equals("U") && !u.isEmpty()) {
      return of(u, "");
    }
    Matcher ten = TEN.matcher(name);
    if (ten.matches()) {
      return of("1", "").scaled("1E" + ten.group(1)).times(of(ten.group(2), u), 1);
    }
    Matcher own = OWN_MASS.matcher(name);
    if (own.matches()) {
      return new Measure(of(own.group(1), "").factor(), Map.of("mass of " + own.group(2), 1));
    }
    Matcher product = PRODUCT.matcher(name);
    if (product.matches()) {
      return of(product.group(1), "");
    }
    throw new IllegalArgumentException("the judge does not know the unit " + name);
  }

  /// The last `*` or `/` outside of parentheses, or -1.
  private static int lastOperator(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0 && (c == '*' || c == '/')) {
        return i;
      }
    }
    return -1;
  }

  private Measure scaled(String number) {
    return new Measure(factor.times(Fraction.of(number)), kind);
  }

  /// The product with a power of another unit.
  private Measure times(Measure other, int power) {
    Fraction product = power > 0 ? factor.times(other.factor) : factor.dividedBy(other.factor);
    return new Measure(product, kinds(kind, other.kind, power));
  }

  static Map<String, Integer> kinds(
      Map<String, Integer> one, Map<String, Integer> other, int power) {
    var all = new TreeMap<>(one);
    other.forEach((name, exponent) -> all.merge(name, power * exponent, Integer::sum));
    all.values().removeIf(exponent -> exponent == 0);
    return all;
  }

  private static Map<String, Measure> table() {
    var all = new HashMap<String, Measure>();
    var lines =
        new ArrayList<>(
            List.of(
                "1 ratio 1|fraction ratio 1|% ratio 0.01|‰ ratio 0.001|t mass 1|kg mass 0.001|g"
                    + " mass 1E-6",
                "mg mass 1E-9|kt mass 1E3|Nm3 gas 1|m3 volume 1|L volume 0.001|h time 1|min time"
                    + " 1/60",
                "s time 1/3600|d time 24|GJ energy 1|TJ energy 1E3|MJ energy 1E-3|kJ energy 1E-6",
                "kcal energy 4.1868E-6|kWh energy 3.6E-3|MWh energy 3.6|GWh energy 3600|tce coal 1",
                "kgce coal 0.001|gce coal 1E-6|kmol amount 1|mol amount 0.001|degC temperature 1",
                "count count 1|cell cell 1|kPa pressure 1|MPa pressure 1E3"));
    for (String line : lines) {
      for (String entry : line.split("\\|", -1)) {
        String[] words = entry.split(" ", -1);
        Map<String, Integer> kind = words[1].equals("ratio") ? Map.of() : Map.of(words[1], 1);
        all.put(words[0], new Measure(Fraction.of(words[2]), kind));
      }
    }
    all.put("MW", new Measure(Fraction.of("3.6"), Map.of("energy", 1, "time", -1)));
    all.put("kW", new Measure(Fraction.of("0.0036"), Map.of("energy", 1, "time", -1)));
    all.put("cell-day", new Measure(Fraction.of("24"), Map.of("cell", 1, "time", 1)));
    return all;
  }
}
