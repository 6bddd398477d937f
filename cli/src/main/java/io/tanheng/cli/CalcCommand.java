package io.tanheng.cli;

import io.tanheng.accounting.Case;
import io.tanheng.accounting.CaseCheck;
import io.tanheng.accounting.CaseFile;
import io.tanheng.accounting.IntensityResult;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.InventoryJson;
import io.tanheng.accounting.InventoryView;
import io.tanheng.accounting.JsonWriter;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.ResultJson;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.View;
import io.tanheng.units.Problem;
import io.tanheng.units.Quantity;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `calc`: runs the cases of files and prints a JSON list with one entry per case.
final class CalcCommand {

  private final Catalogue catalogue;
  private final Options options;
  private final PrintStream out;
  private final PrintStream err;
  private final List<Object> entries = new ArrayList<>();
  private boolean well = true;
  private int figures;
  private int differences;

  CalcCommand(Catalogue catalogue, Options options, PrintStream out, PrintStream err) {
    this.catalogue = catalogue;
    this.options = options;
    this.out = out;
    this.err = err;
  }

  int run() {
    if (options.arguments().isEmpty()) {
      err.println(Options.missing("calc", new Text("文件", "a file")).render(options.locale()));
      return Tanheng.WRONG_COMMAND;
    }
    if (options.view().isPresent() && view().isEmpty()) {
      err.println(
          Problem.of(CliProblem.UNKNOWN_VIEW)
              .with("view", options.view().get())
              .with("known", String.join(", ", catalogue.viewIds()))
              .render(options.locale()));
      return Tanheng.WRONG_COMMAND;
    }
    options.arguments().forEach(this::file);
    out.println(JsonWriter.indented(entries));
    if (options.check()) {
      summary();
    }
    return well ? Tanheng.WELL : Tanheng.NOT_WELL;
  }

  /// The view asked for, by its id or by the end of it.
  private Optional<View> view() {
    return options
        .view()
        .flatMap(wanted ->
            catalogue.viewIds().stream()
                .filter(id -> id.equals(wanted) || id.endsWith("/" + wanted))
                .findFirst())
        .flatMap(id -> catalogue.view(id).find());
  }

  private void file(String name) {
    String text;
    try {
      text = Files.readString(Path.of(name));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      problem(
          Problem.of(CliProblem.FILE_UNREADABLE)
              .with("file", name)
              .with("detail", e.getClass().getSimpleName()));
      return;
    }
    switch (CaseFile.read(name, text)) {
      case Result.Failure<List<Case>>(List<Problem> problems) -> problems.forEach(this::problem);
      case Result.Success<List<Case>>(List<Case> cases) when cases.isEmpty() ->
          problem(Problem.of(CliProblem.NO_CASES).with("file", name));
      case Result.Success<List<Case>>(List<Case> cases) -> cases.forEach(this::calculate);
    }
  }

  private void problem(Problem problem) {
    well = false;
    err.println(problem.render(options.locale()));
  }

  private void calculate(Case example) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("method", example.method());
    entry.put("case", example.name());
    switch (catalogue.edition(example.method())) {
      case Result.Failure<MethodEdition>(List<Problem> problems) -> refused(entry, problems, true);
      case Result.Success<MethodEdition>(MethodEdition edition) ->
          calculate(example, edition, entry);
    }
    entries.add(entry);
  }

  private void calculate(Case example, MethodEdition edition, Map<String, Object> entry) {
    Outcome outcome = example.run(edition);
    boolean wanted = options.check() && !example.expected().problems().isEmpty();
    switch (outcome) {
      case Outcome.Refused(List<Problem> problems) -> refused(entry, problems, !wanted);
      case Outcome.Calculated(Inventory inventory) -> calculated(entry, edition, inventory);
    }
    if (options.check()) {
      CaseCheck check = CaseCheck.of(example, edition, outcome);
      if (check.compared().isEmpty()) {
        problem(Problem.of(CliProblem.NOTHING_EXPECTED).with("case", example.name()));
      }
      check(check, example, entry);
    }
  }

  private void refused(Map<String, Object> entry, List<Problem> problems, boolean counts) {
    entry.put("results", Map.of());
    entry.put("problems", problems.stream().map(p -> json(p, options.locale())).toList());
    if (counts) {
      problems.forEach(this::problem);
    }
  }

  private void calculated(Map<String, Object> entry, MethodEdition edition, Inventory inventory) {
    entry.put("results", figures(CaseCheck.results(inventory)));
    entry.put("problems", List.of());
    Map<String, Object> outputs = figuresWithUnit(CaseCheck.namedFigures(edition, inventory));
    if (!outputs.isEmpty()) {
      entry.put("outputs", outputs);
    }
    var intensities = new LinkedHashMap<String, Quantity>();
    for (IntensityResult intensity : inventory.intensities()) {
      intensities.put(intensity.caseName(), intensity.value());
    }
    if (!intensities.isEmpty()) {
      entry.put("intensities", figuresWithUnit(intensities));
    }
    if (!inventory.flags().isEmpty()) {
      entry.put("flags", inventory.flags());
    }
    view().ifPresent(view -> view(entry, InventoryView.of(view, inventory, List.of())));
    if (options.explain()) {
      entry.put("inventory", InventoryJson.full(inventory));
      err.print(new Explanation(options.locale()).of(inventory));
    }
  }

  private void view(Map<String, Object> entry, Result<InventoryView> made) {
    made.problems().forEach(this::problem);
    made.find().ifPresent(view -> entry.put("view", ResultJson.view(view)));
  }

  private static Map<String, Object> figures(Map<String, Quantity> quantities) {
    var json = new LinkedHashMap<String, Object>();
    quantities.forEach((name, quantity) -> json.put(name, InventoryJson.figure(quantity)));
    return json;
  }

  private static Map<String, Object> figuresWithUnit(Map<String, Quantity> quantities) {
    var json = new LinkedHashMap<String, Object>();
    quantities.forEach((name, quantity) -> {
      var figure = new LinkedHashMap<String, Object>();
      figure.put("value", InventoryJson.figure(quantity));
      figure.put("unit", quantity.unit().symbol());
      json.put(name, figure);
    });
    return json;
  }

  private void check(CaseCheck check, Case example, Map<String, Object> entry) {
    var json = new LinkedHashMap<String, Object>();
    json.put("compared", check.compared().size());
    json.put("agrees", check.agrees());
    var compared = new ArrayList<Object>();
    for (CaseCheck.Line line : check.compared()) {
      var item = new LinkedHashMap<String, Object>();
      item.put("what", line.what());
      item.put("name", line.name());
      item.put("expected", line.expected());
      item.put("actual", line.actual());
      item.put("agrees", line.agrees());
      compared.add(item);
    }
    json.put("figures", compared);
    entry.put("check", json);
    figures += check.compared().size();
    for (CaseCheck.Line line : check.differences()) {
      well = false;
      differences++;
      err.println(
          Words.DIFFERENCE
              .in(options.locale())
              .formatted(
                  example.method(),
                  example.name(),
                  line.what(),
                  line.name(),
                  line.expected(),
                  line.actual()));
    }
  }

  private void summary() {
    err.println(Words.CHECKED.in(options.locale()).formatted(entries.size(), figures, differences));
  }

  /// A problem for programs: its code, words in one language, what it is about and where it is.
  static Map<String, Object> json(Problem problem, Locale locale) {
    var json = new LinkedHashMap<String, Object>();
    json.put("code", problem.code().key());
    json.put("severity", problem.isError() ? "error" : "warning");
    json.put("message", problem.text().in(locale));
    for (String name : List.of("source", "row", "symbol")) {
      if (problem.args().containsKey(name)) {
        json.put(name, problem.args().get(name).en());
      }
    }
    problem.position().ifPresent(at -> json.put("position", at.place()));
    return json;
  }
}
