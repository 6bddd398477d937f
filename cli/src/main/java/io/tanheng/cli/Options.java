package io.tanheng.cli;

import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words of a command line.
///
/// @param command `calc`, `uncertainty`, `lint`, `methods` or `help`
/// @param view the view to show inventories in as well
/// @param trials of an estimate of uncertainty
record Options(
    String command,
    List<String> arguments,
    boolean check,
    boolean explain,
    Optional<String> standards,
    Optional<String> view,
    int trials,
    long seed,
    Locale locale) {

  private static final int TRIALS = 200_000;
  private static final int MOST_TRIALS = 20_000_000;

  static Result<Options> parse(String[] words, Locale standard) {
    var arguments = new ArrayList<String>();
    boolean check = false;
    boolean explain = false;
    var values = new HashMap<String, String>();
    Locale locale = standard;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      switch (word) {
        case "--check" -> check = true;
        case "--explain" -> explain = true;
        case "--help", "-h" -> arguments.addFirst("help");
        case "--lang", "--standards", "--view", "--trials", "--seed" -> {
          if (i + 1 == words.length) {
            return Result.failure(missing(word, new Text("值", "a value")));
          }
          values.put(word, words[++i]);
        }
        default -> {
          if (word.startsWith("--")) {
            return Result.failure(Problem.of(CliProblem.UNKNOWN_OPTION).with("option", word));
          }
          arguments.add(word);
        }
      }
    }
    if (values.containsKey("--lang")) {
      locale = Locale.forLanguageTag(values.get("--lang"));
    }
    Optional<Long> trials = number(values.getOrDefault("--trials", String.valueOf(TRIALS)));
    Optional<Long> seed = number(values.getOrDefault("--seed", "1"));
    if (seed.isEmpty() || trials.filter(n -> n >= 1_000 && n <= MOST_TRIALS).isEmpty()) {
      return Result.failure(
          Problem.of(CliProblem.BAD_NUMBER).with("most", String.valueOf(MOST_TRIALS)));
    }
    String command = arguments.isEmpty() ? "help" : arguments.removeFirst();
    return Result.of(
        new Options(
            command,
            List.copyOf(arguments),
            check,
            explain,
            Optional.ofNullable(values.get("--standards")),
            Optional.ofNullable(values.get("--view")),
            Math.toIntExact(trials.get()),
            seed.get(),
            locale));
  }

  private static Optional<Long> number(String text) {
    return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  static Problem missing(String command, Text argument) {
    return Problem.of(CliProblem.MISSING_ARGUMENT)
        .with("command", command)
        .with("argument", argument);
  }
}
