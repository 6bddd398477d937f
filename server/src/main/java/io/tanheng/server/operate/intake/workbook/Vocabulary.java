package io.tanheng.server.operate.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which a ledger is recognised, from `vocabulary.properties`.
public final class Vocabulary {
  private static final Pattern YEAR_AND_MONTH =
      Pattern.compile("((?:19|20)[0-9]{2})[-/.年]([0-9]{1,2})(?:月份?)?(?:[-/.]?1日?)?");
  private static final Pattern MONTH_ONLY = Pattern.compile("([0-9]{1,2})月份?");
  private static final Pattern COMPACT = Pattern.compile("(20[0-9]{2})(0[1-9]|1[0-2])");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年");
  private static final Pattern UNIT_IN_HEADING =
      Pattern.compile("^(.*?)[(]([^()]+(?:[(][^()]*[)])?)[)]$");
  private static final List<String> CHINESE_MONTHS =
      List.of("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月");

  private final Properties words;
  private final Map<String, List<String>> lists = new HashMap<>();

  private Vocabulary(Properties words) {
    this.words = words;
    words.stringPropertyNames().forEach(key -> lists.put(key, split(words.getProperty(key))));
  }

  private static List<String> split(String value) {
    return Arrays.stream(value.split("\\|", -1))
        .map(Vocabulary::normalise)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// The product's own vocabulary.
  public static Vocabulary standard() {
    return new Vocabulary(load("vocabulary.properties"));
  }

  static Properties load(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Text as it is compared: one width, no spaces, no case.
  public static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }

  private List<String> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  Optional<ColumnRole> role(String heading) {
    String text = normalise(heading);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String bare = unitInHeading(heading).map(split -> normalise(split.name())).orElse(text);
    for (ColumnRole role : ColumnRole.values()) {
      List<String> known = list("heading." + role.name().toLowerCase(Locale.ROOT));
      if (known.contains(text) || known.contains(bare)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /// A month as a heading names it; the year is absent in `3月`.
  record MonthName(Optional<Integer> year, Month month) {}

  Optional<MonthName> month(Content content) {
    return switch (content) {
      case Content.Moment(var time) ->
          Optional.of(new MonthName(Optional.of(time.getYear()), time.getMonth()));
      case Content.Words(String text) -> month(normalise(text));
      case Content.Figure(var value) -> compact(value.toPlainString());
      case Content.Fault _, Content.Truth _ -> Optional.empty();
    };
  }

  private static Optional<MonthName> month(String text) {
    Matcher full = YEAR_AND_MONTH.matcher(text);
    if (full.matches()) {
      return monthOf(Optional.of(Integer.parseInt(full.group(1))), Integer.parseInt(full.group(2)));
    }
    Matcher only = MONTH_ONLY.matcher(text);
    if (only.matches()) {
      return monthOf(Optional.empty(), Integer.parseInt(only.group(1)));
    }
    int chinese = CHINESE_MONTHS.indexOf(text);
    if (chinese >= 0) {
      return monthOf(Optional.empty(), chinese + 1);
    }
    for (Month month : Month.values()) {
      String english = month.name().toLowerCase(Locale.ROOT);
      if (text.equals(english) || text.equals(english.substring(0, 3))) {
        return monthOf(Optional.empty(), month.getValue());
      }
    }
    return compact(text);
  }

  private static Optional<MonthName> compact(String text) {
    Matcher matcher = COMPACT.matcher(text);
    return matcher.matches()
        ? monthOf(
            Optional.of(Integer.parseInt(matcher.group(1))), Integer.parseInt(matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<MonthName> monthOf(Optional<Integer> year, int month) {
    return month >= 1 && month <= 12
        ? Optional.of(new MonthName(year, Month.of(month)))
        : Optional.empty();
  }

  /// The year a title such as `2025年化石燃料台账` names.
  static Optional<Integer> yearIn(String title) {
    Matcher matcher = YEAR.matcher(normalise(title));
    return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  /// A heading with its unit in brackets at the end: `发电量（万kWh）`.
  record HeadingWithUnit(String name, String unit) {}

  static Optional<HeadingWithUnit> unitInHeading(String heading) {
    String text = Normalizer.normalize(heading, Normalizer.Form.NFKC).strip();
    Matcher matcher = UNIT_IN_HEADING.matcher(text);
    return matcher.matches() && !matcher.group(1).isBlank()
        ? Optional.of(new HeadingWithUnit(matcher.group(1).strip(), matcher.group(2).strip()))
        : Optional.empty();
  }

  boolean isCover(String sheetName) {
    return list("sheet.cover").contains(normalise(sheetName));
  }

  /// The sheets a complete ledger has, as written.
  public List<String> ledgerSheets() {
    return Arrays.asList(words.getProperty("sheet.ledger", "").split("\\|"));
  }

  boolean isNote(String text) {
    String normal = normalise(text);
    return list("note.start").stream().anyMatch(normal::startsWith);
  }

  boolean saysUntested(String text) {
    return list("blank.untested").contains(normalise(text));
  }

  boolean saysNothing(String text) {
    return list("blank.nothing").contains(normalise(text));
  }

  /// Whether one of the words of a list occurs in the text; a word after `=` must be the whole
  /// text.
  boolean mentions(String key, String text) {
    String normal = normalise(text);
    return list(key).stream()
        .anyMatch(word ->
            word.startsWith("=") ? normal.equals(word.substring(1)) : normal.contains(word));
  }

  boolean mentionsAny(String key, List<String> texts) {
    return texts.stream().anyMatch(text -> mentions(key, text));
  }

  /// A group of words and the units that rows with such words are measured in.
  record Expectation(String wordsKey, List<String> units) {}

  List<Expectation> expectations() {
    List<Expectation> found = new ArrayList<>();
    for (int i = 1; words.containsKey("expect." + i + ".words"); i++) {
      found.add(
          new Expectation(
              "expect." + i + ".words",
              List.of(words.getProperty("expect." + i + ".units").split("\\|"))));
    }
    return found;
  }
}
