package io.tanheng.cli;

import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words of a command line.
///
/// @param command `calc`, `lint`, `methods` or `help`
record Options(
    String command,
    List<String> arguments,
    boolean check,
    boolean explain,
    Optional<String> standards,
    Locale locale) {

  static Result<Options> parse(String[] words, Locale standard) {
    var arguments = new ArrayList<String>();
    boolean check = false;
    boolean explain = false;
    Optional<String> standards = Optional.empty();
    Locale locale = standard;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      switch (word) {
        case "--check" -> check = true;
        case "--explain" -> explain = true;
        case "--help", "-h" -> arguments.addFirst("help");
        case "--lang", "--standards" -> {
          if (i + 1 == words.length) {
            return Result.failure(missing(word, new Text("值", "a value")));
          }
          String value = words[++i];
          if (word.equals("--lang")) {
            locale = Locale.forLanguageTag(value);
          } else {
            standards = Optional.of(value);
          }
        }
        default -> {
          if (word.startsWith("--")) {
            return Result.failure(Problem.of(CliProblem.UNKNOWN_OPTION).with("option", word));
          }
          arguments.add(word);
        }
      }
    }
    String command = arguments.isEmpty() ? "help" : arguments.removeFirst();
    return Result.of(
        new Options(command, List.copyOf(arguments), check, explain, standards, locale));
  }

  static Problem missing(String command, Text argument) {
    return Problem.of(CliProblem.MISSING_ARGUMENT)
        .with("command", command)
        .with("argument", argument);
  }
}
