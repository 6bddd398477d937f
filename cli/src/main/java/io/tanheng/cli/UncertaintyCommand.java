package io.tanheng.cli;

import io.tanheng.accounting.Case;
import io.tanheng.accounting.CaseFile;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.JsonWriter;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.ResultJson;
import io.tanheng.accounting.TotalResult;
import io.tanheng.accounting.Uncertainty;
import io.tanheng.accounting.UncertaintyFile;
import io.tanheng.accounting.UncertaintyPlan;
import io.tanheng.standard.Catalogue;
import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// `uncertainty`: estimates how uncertain the totals of cases are and prints a JSON list with one
/// entry per case.
final class UncertaintyCommand {

  private static final int NAMED = 3;

  private final Catalogue catalogue;
  private final Options options;
  private final PrintStream out;
  private final PrintStream err;
  private final List<Object> entries = new ArrayList<>();
  private boolean well = true;

  UncertaintyCommand(Catalogue catalogue, Options options, PrintStream out, PrintStream err) {
    this.catalogue = catalogue;
    this.options = options;
    this.out = out;
    this.err = err;
  }

  int run() {
    if (options.arguments().isEmpty()) {
      err.println(
          Options.missing("uncertainty", new Text("文件", "a file")).render(options.locale()));
      return Tanheng.WRONG_COMMAND;
    }
    options.arguments().forEach(this::file);
    out.println(JsonWriter.indented(entries));
    return well ? Tanheng.WELL : Tanheng.NOT_WELL;
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
    Result<List<Case>> cases = CaseFile.read(name, text);
    Result<List<UncertaintyPlan>> plans = UncertaintyFile.read(name, text);
    if (cases.find().isEmpty() || plans.find().isEmpty()) {
      cases.problems().forEach(this::problem);
      plans.problems().forEach(this::problem);
      return;
    }
    for (int i = 0; i < cases.require().size(); i++) {
      estimate(cases.require().get(i), plans.require().get(i));
    }
  }

  private void problem(Problem problem) {
    well = false;
    err.println(problem.render(options.locale()));
  }

  private void estimate(Case example, UncertaintyPlan plan) {
    var edition = catalogue.edition(example.method());
    edition.problems().forEach(this::problem);
    edition
        .find()
        .ifPresent(found -> {
          switch (example.run(found)) {
            case Outcome.Refused(List<Problem> problems) -> problems.forEach(this::problem);
            case Outcome.Calculated(Inventory inventory) -> estimate(example, plan, inventory);
          }
        });
  }

  private void estimate(Case example, UncertaintyPlan plan, Inventory inventory) {
    for (TotalResult total : inventory.totals().values()) {
      if (total.subtotal()) {
        continue;
      }
      Uncertainty found =
          Uncertainty.of(inventory, plan, total.key(), options.trials(), options.seed());
      var entry = new LinkedHashMap<String, Object>();
      entry.put("method", example.method());
      entry.put("case", example.name());
      entry.putAll(ResultJson.uncertainty(found));
      entries.add(entry);
      err.println(
          Words.UNCERTAIN
              .in(options.locale())
              .formatted(
                  example.method(),
                  example.name(),
                  ResultJson.number(found.value()),
                  ResultJson.number(found.propagated().percent()),
                  ResultJson.number(found.simulated().lowPercent()),
                  ResultJson.number(found.simulated().highPercent()),
                  String.valueOf(found.simulated().trials()),
                  String.valueOf(found.simulated().seed()),
                  found.contributors().stream()
                      .limit(NAMED)
                      .map(c ->
                          c.rule() + " (" + c.source() + " " + c.item() + " " + c.symbol() + ")")
                      .collect(Collectors.joining(", "))));
    }
  }
}
