package io.tanheng.cli;

import io.tanheng.accounting.Case;
import io.tanheng.accounting.CaseCheck;
import io.tanheng.accounting.CaseFile;
import io.tanheng.accounting.ExampleCheck;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Problem;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// `lint`: reads every edition and table, and runs every worked example.
final class LintCommand {

  private final Catalogue catalogue;
  private final Locale locale;
  private final PrintStream err;
  private int examples;
  private int figures;
  private int problems;

  LintCommand(Catalogue catalogue, Locale locale, PrintStream err) {
    this.catalogue = catalogue;
    this.locale = locale;
    this.err = err;
  }

  int run() {
    List<String> editions = catalogue.editionIds();
    new LinkedHashSet<>(catalogue.check()).forEach(this::report);
    for (String id : editions) {
      catalogue
          .edition(id)
          .find()
          .ifPresent(edition -> edition.examples().forEach(path -> file(edition, path)));
    }
    catalogue
        .ruleIds()
        .forEach(
            id -> catalogue.rule(id).find().ifPresent(rule -> compare(id, ExampleCheck.of(rule))));
    catalogue
        .viewIds()
        .forEach(id ->
            catalogue
                .view(id)
                .find()
                .ifPresent(view -> compare(id, ExampleCheck.of(view, catalogue))));
    err.println(
        Words.LINTED
            .in(locale)
            .formatted(editions.size(), catalogue.tableIds().size(), examples, figures, problems));
    return problems == 0 ? Tanheng.WELL : Tanheng.NOT_WELL;
  }

  private void compare(String id, List<ExampleCheck.Line> lines) {
    examples += (int) lines.stream().map(ExampleCheck.Line::example).distinct().count();
    figures += lines.size();
    for (ExampleCheck.Line line : lines) {
      if (!line.agrees()) {
        problems++;
        err.println(
            Words.DIFFERENCE
                .in(locale)
                .formatted(
                    id, line.example(), "result", line.name(), line.expected(), line.actual()));
      }
    }
  }

  private void report(Problem problem) {
    problems++;
    err.println(problem.render(locale));
  }

  private void file(MethodEdition edition, String path) {
    String text = catalogue.text(path).orElseThrow();
    var cases = CaseFile.read(catalogue.shown(path), text);
    cases.problems().forEach(this::report);
    cases.find().ifPresent(all -> all.forEach(example -> run(edition, example)));
  }

  private void run(MethodEdition edition, Case example) {
    examples++;
    if (!example.method().equals(edition.id())) {
      report(
          Problem.of(CliProblem.WRONG_METHOD)
              .with("case", example.name())
              .with("method", example.method())
              .with("edition", edition.id()));
      return;
    }
    CaseCheck check = CaseCheck.of(example, edition, example.run(edition));
    figures += check.compared().size();
    for (CaseCheck.Line line : check.differences()) {
      problems++;
      err.println(
          Words.DIFFERENCE
              .in(locale)
              .formatted(
                  example.method(),
                  example.name(),
                  line.what(),
                  line.name(),
                  line.expected(),
                  line.actual()));
    }
  }
}
