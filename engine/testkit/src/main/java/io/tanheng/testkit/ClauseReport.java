package io.tanheng.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes `docs/clauses.md`: every clause of the guideline and the tests that demonstrate it.
///
/// It reads test sources, not classes, so that it needs no build and covers the browser's stories
/// too: in Java the annotation `@Clause("6.2.3-d")` before a method or class, in TypeScript the
/// same words in a comment before `test(`. The JDK runs it as it is: `java ClauseReport.java
/// <repository> [--check]`.
public final class ClauseReport {

  private static final Pattern ENTRY =
      Pattern.compile("\\{id: \"([^\"]+)\".*?zh: \"([^\"]*)\", en: \"([^\"]*)\"");
  private static final Pattern MARK = Pattern.compile("(?m)^\\s*(?://\\s*)?@Clause\\(([^)]*)\\)");
  private static final Pattern ID = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern JAVA_NAME =
      Pattern.compile("\\b(?:void\\s+(\\w+)\\s*\\(|(?:class|record)\\s+(\\w+))");
  private static final Pattern STORY_NAME =
      Pattern.compile("\\btest(?:\\.describe)?\\(\\s*['\"`](.+?)['\"`]\\s*,");

  private final Path root;

  /// A clause and its keywords.
  record Entry(String id, String zh, String en) {}

  /// What the report says, and what is wrong with it.
  record Outcome(String report, List<String> flaws) {}

  ClauseReport(Path root) {
    this.root = root;
  }

  /// Writes the report, or with `--check` fails when it is stale or a claim has no test.
  public static void main(String[] args) {
    Path root = Path.of(args.length > 0 ? args[0] : ".");
    boolean check = List.of(args).contains("--check");
    var report = new ClauseReport(root);
    List<String> flaws = check ? report.check() : report.write();
    var out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    flaws.forEach(out::println);
    if (!flaws.isEmpty()) {
      System.exit(1);
    }
  }

  /// The flaws of the claims after writing the report.
  List<String> write() {
    Outcome outcome = outcome();
    try {
      Files.writeString(file(), outcome.report());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outcome.flaws();
  }

  /// The flaws of the claims, and whether the report on disk is stale.
  List<String> check() {
    Outcome outcome = outcome();
    List<String> flaws = new ArrayList<>(outcome.flaws());
    if (!Files.exists(file()) || !read(file()).equals(outcome.report())) {
      flaws.add(
          "docs/clauses.md 不是最新的，请运行 ./tanheng clauses。"
              + " docs/clauses.md is stale: run ./tanheng clauses.");
    }
    return flaws;
  }

  private Path file() {
    return root.resolve("docs/clauses.md");
  }

  Outcome outcome() {
    Map<String, Entry> clauses = clauses();
    Map<String, Set<String>> tests = tests();
    Set<String> claimed = claimed();
    List<String> flaws = new ArrayList<>();
    tests.keySet().stream()
        .filter(id -> !clauses.containsKey(id))
        .forEach(id -> flaws.add(id + ": 没有这个条款 no such clause: " + tests.get(id)));
    for (String id : claimed) {
      if (!clauses.containsKey(id)) {
        flaws.add("docs/clauses-claimed.txt: " + id + ": 没有这个条款 no such clause");
      } else if (!tests.containsKey(id)) {
        flaws.add("docs/clauses-claimed.txt: " + id + ": 没有测试 no test is marked with it");
      }
    }
    return new Outcome(report(clauses, tests, claimed), flaws);
  }

  private static String report(
      Map<String, Entry> clauses, Map<String, Set<String>> tests, Set<String> claimed) {
    long tested = clauses.keySet().stream().filter(tests::containsKey).count();
    var report = new StringBuilder();
    report.append("<!-- written by ./tanheng clauses; do not edit -->\n");
    report.append("# 条款与测试 Clauses and tests\n\n");
    report.append(
        "%d 个条款，其中 %d 个有测试，%d 个已声明满足（✓）。\n".formatted(clauses.size(), tested, claimed.size()));
    report.append(
        "%d clauses, %d of them with tests, %d claimed as fulfilled (✓).\n\n"
            .formatted(clauses.size(), tested, claimed.size()));
    report.append("| 条款 clause | | 内容 subject | 测试 tests |\n|---|---|---|---|\n");
    for (Entry entry : clauses.values()) {
      report.append(
          "| %s | %s | %s %s | %s |\n"
              .formatted(
                  entry.id(),
                  claimed.contains(entry.id()) ? "✓" : "",
                  entry.zh(),
                  entry.en(),
                  String.join("<br>", tests.getOrDefault(entry.id(), Set.of()))));
    }
    return report.toString();
  }

  /// The clauses in the order of the guideline; headings are left out.
  private Map<String, Entry> clauses() {
    String yaml = read(root.resolve("standards/clauses/clauses.yaml"));
    Map<String, Entry> clauses = new LinkedHashMap<>();
    Matcher entry = ENTRY.matcher(yaml.substring(yaml.indexOf("\nclauses:")));
    while (entry.find()) {
      clauses.put(entry.group(1), new Entry(entry.group(1), entry.group(2), entry.group(3)));
    }
    return clauses;
  }

  private Set<String> claimed() {
    Set<String> claimed = new TreeSet<>();
    for (String line : read(root.resolve("docs/clauses-claimed.txt")).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        claimed.add(line.strip());
      }
    }
    return claimed;
  }

  private Map<String, Set<String>> tests() {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (Path source : sources()) {
      String text = read(source);
      Matcher mark = MARK.matcher(text);
      while (mark.find()) {
        String test = name(source, text, mark.end());
        ID.matcher(mark.group(1))
            .results()
            .forEach(id -> tests.computeIfAbsent(id.group(1), _ -> new TreeSet<>()).add(test));
      }
    }
    return tests;
  }

  private List<Path> sources() {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> isTestSource(root.relativize(file))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTestSource(Path file) {
    String path = file.toString().replace('\\', '/');
    if (path.contains("node_modules/") || path.contains("target/") || path.startsWith(".")) {
      return false;
    }
    return (path.contains("src/test/java/") && path.endsWith(".java"))
        || (path.startsWith("e2e/") && path.endsWith(".ts"))
        || path.endsWith(".test.ts")
        || path.endsWith(".test.tsx");
  }

  /// `units: RationalTest.three_thirds_are_one`, or the title of a story.
  private String name(Path source, String text, int from) {
    String path = root.relativize(source).toString().replace('\\', '/');
    String file = source.getFileName().toString();
    if (!file.endsWith(".java")) {
      Matcher story = STORY_NAME.matcher(text);
      return path + (story.find(from) ? ": " + story.group(1) : "");
    }
    String module = path.substring(0, path.indexOf("/src/test/"));
    String type = file.substring(0, file.length() - ".java".length());
    Matcher found = JAVA_NAME.matcher(text);
    boolean method = found.find(from) && found.group(1) != null;
    return module + ": " + type + (method ? "." + found.group(1) : "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
