package io.tanheng.server.operate.report.content;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventorySnapshot;
import io.tanheng.server.operate.inventory.InventorySnapshot.Row;
import io.tanheng.server.operate.inventory.InventorySnapshot.Source;
import io.tanheng.server.operate.inventory.InventorySnapshot.Total;
import io.tanheng.server.operate.report.content.ReportContent.Block;
import io.tanheng.server.operate.report.content.ReportContent.Chapter;
import io.tanheng.server.operate.report.content.ReportContent.Chart;
import io.tanheng.server.operate.report.content.ReportContent.Series;
import io.tanheng.server.operate.report.layout.ReportLayout;
import io.tanheng.server.operate.report.layout.ReportLayout.Part;
import io.tanheng.units.Rational;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Fills a layout with the values of a run. Pure: the same input gives the same content.
public final class ReportCompiler {
  private static final int CHART_DECIMALS = 2;

  private final ReportLayout layout;
  private final CompileInput input;
  private final Printing printing;
  private final PlainTables plain;

  private ReportCompiler(ReportLayout layout, CompileInput input) {
    this.layout = layout;
    this.input = input;
    this.printing = new Printing(layout.rounding());
    this.plain = new PlainTables(input, printing);
  }

  public static ReportContent compile(ReportLayout layout, CompileInput input) {
    return new ReportCompiler(layout, input).content();
  }

  private ReportContent content() {
    List<Chapter> chapters = new ArrayList<>();
    for (ReportLayout.Chapter chapter : layout.chapters()) {
      chapters.add(
          new Chapter(
              chapter.key(),
              String.valueOf(chapters.size() + 1),
              chapter.title(),
              chapter.parts().stream().map(this::block).toList()));
    }
    return new ReportContent(
        layout.title(),
        new ReportContent.Subject(
            input.enterprise().name(), input.enterprise().creditCode(), input.period()),
        basis(),
        chapters);
  }

  private ReportContent.Basis basis() {
    Optional<InventorySnapshot> run = input.findInventory();
    return new ReportContent.Basis(
        run.map(ReportCompiler::method).orElse(null),
        run.map(one ->
                new ReportContent.Inventory(
                    one.id().toString(), one.number(), one.digest(), one.provisional()))
            .orElse(null),
        layout.id(),
        layout.version(),
        layout.digest(),
        layout.source().title(),
        layout.source().confidence());
  }

  private static ReportContent.Method method(InventorySnapshot run) {
    return new ReportContent.Method(
        run.method().id(), run.method().number(), run.method().title(), run.factorSet());
  }

  private Block block(Part part) {
    return switch (part) {
      case Part.Paragraph(Text text) -> new ReportContent.Paragraph(text);
      case Part.Fields fields -> plain.fields(fields);
      case Part.Summary summary -> SummaryTable.of(summary, input.inventory(), printing);
      case Part.Items items -> ItemsTable.of(items, input.inventory(), printing);
      case Part.Symbols symbols -> SymbolsTable.of(symbols, input.inventory(), printing);
      case Part.Products products -> plain.products(products);
      case Part.Derived derived -> plain.derived(derived);
      case Part.Facilities facilities -> plain.facilities(facilities);
      case Part.Boundary boundary -> plain.boundary(boundary);
      case Part.Parameters parameters -> plain.parameters(parameters);
      case Part.Factors factors -> plain.factors(factors);
      case Part.Evidence evidence -> plain.evidence(evidence);
      case Part.View view -> ViewTables.of(view, input.view(), printing);
      case Part.Chart chart -> chart(chart);
      case Part.Signatures(List<Text> roles) -> new ReportContent.Signatures(roles);
    };
  }

  private Chart chart(Part.Chart chart) {
    InventorySnapshot run = input.inventory();
    List<Source> counted = run.sources().stream().filter(source -> source.sign() != 0).toList();
    String unit =
        run.totals().stream().filter(Total::main).findFirst().map(Total::unit).orElse("tCO2");
    return switch (chart.kind()) {
      case SOURCES ->
          new Chart(
              chart.kind().name(),
              chart.title(),
              unit,
              counted.stream().map(Source::name).toList(),
              List.of(
                  new Series(
                      new Text("排放量", "Emissions"),
                      counted.stream().map(source -> sum(source, null)).toList())));
      case MONTHS ->
          new Chart(
              chart.kind().name(),
              chart.title(),
              unit,
              run.period().months().stream()
                  .map(month -> new Text(month.getMonthValue() + "月", month.toString()))
                  .toList(),
              counted.stream()
                  .map(source ->
                      new Series(
                          source.name(),
                          run.period().months().stream().map(month -> sum(source, month)).toList()))
                  .toList());
    };
  }

  private String sum(Source source, @Nullable YearMonth month) {
    Predicate<Row> wanted =
        row -> row.source().equals(source.key()) && (month == null || row.month().equals(month));
    Rational sum =
        Rational.sum(input.inventory().rows().stream().filter(wanted).map(Row::result).toList());
    return printing.round(sum.times(Rational.of(source.sign())), CHART_DECIMALS).toPlainString();
  }
}
