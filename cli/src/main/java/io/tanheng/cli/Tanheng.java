package io.tanheng.cli;

import io.tanheng.standard.Catalogue;
import io.tanheng.standard.Standards;
import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The command line of Tanheng (碳衡): results go to standard output as JSON, words for people to
/// standard error. The exit status is 0 when all went well, 1 when something has to be put right, 2
/// when the command itself is wrong.
public final class Tanheng {

  static final int WELL = 0;
  static final int NOT_WELL = 1;
  static final int WRONG_COMMAND = 2;

  private static final String HELP =
      """
      tanheng calc FILE… [--check] [--explain] [--view ID] [--lang zh|en] [--standards DIR]
          计算算例文件；--check 与预期值比较，--explain 给出全部推导，--view 另按视图列出（如 iso-14064-1-2018）
          calculate case files; --check compares with what is expected, --explain gives the whole
          derivation, --view shows the results in a view as well, such as iso-14064-1-2018
      tanheng uncertainty FILE… [--trials N] [--seed N]
          估计合计的不确定度：误差传递和蒙特卡罗；算例以“uncertainty”说明各输入的不确定度
          estimate the uncertainty of totals by error propagation and Monte Carlo; a case says in
          "uncertainty" how uncertain its inputs are
      tanheng lint [DIR] [--lang zh|en]
          检查标准数据文件并运行其算例
          check the files of standards and run their worked examples
      tanheng methods [--standards DIR]
          列出核算方法
          list the methods
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final Locale locale;

  Tanheng(PrintStream out, PrintStream err, Locale locale) {
    this.out = out;
    this.err = err;
    this.locale = locale;
  }

  public static void main(String[] words) {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = new Tanheng(out, err, Locale.getDefault()).run(words);
    out.flush();
    System.exit(status);
  }

  int run(String... words) {
    return switch (Options.parse(words, locale)) {
      case Result.Failure<Options>(List<Problem> problems) -> wrong(problems.getFirst(), locale);
      case Result.Success<Options>(Options options) -> run(options);
    };
  }

  private int run(Options options) {
    return switch (options.command()) {
      case "calc", "check" -> new CalcCommand(catalogue(options), options, out, err).run();
      case "uncertainty" -> new UncertaintyCommand(catalogue(options), options, out, err).run();
      case "lint" -> lint(options);
      case "methods" -> methods(catalogue(options));
      case "help" -> {
        err.print(HELP);
        yield WELL;
      }
      default ->
          wrong(
              Problem.of(CliProblem.UNKNOWN_COMMAND).with("command", options.command()),
              options.locale());
    };
  }

  private int wrong(Problem problem, Locale language) {
    err.println(problem.render(language));
    return WRONG_COMMAND;
  }

  private static Catalogue catalogue(Options options) {
    return options.standards().map(Path::of).map(Standards::in).orElseGet(Standards::packaged);
  }

  private int lint(Options options) {
    Optional<String> folder = options.arguments().stream().findFirst().or(options::standards);
    if (folder.isPresent() && !Path.of(folder.get(), "common").toFile().isDirectory()) {
      return wrong(Problem.of(CliProblem.NO_FOLDER).with("folder", folder.get()), options.locale());
    }
    Catalogue catalogue = folder.map(Path::of).map(Standards::in).orElseGet(Standards::packaged);
    return new LintCommand(catalogue, options.locale(), err).run();
  }

  private int methods(Catalogue catalogue) {
    int status = WELL;
    for (String id : catalogue.editionIds()) {
      var edition = catalogue.edition(id);
      edition.problems().forEach(problem -> err.println(problem.render(locale)));
      if (edition.find().isEmpty()) {
        status = NOT_WELL;
      } else {
        out.println(
            id + "\t" + edition.require().number() + "\t" + edition.require().title().in(locale));
      }
    }
    return status;
  }
}
