package io.tanheng.server.operate.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.operate.report.layout.ReportLayout.Part;
import io.tanheng.server.operate.report.layout.ReportLayout.SummaryLine;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import io.tanheng.standard.Total;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The layouts of the standards: one for every edition with a confirmed text, and none leaves a
/// source of a total without a line or names something the edition does not have.
class ReportLayoutsTest {
  private final ReportLayouts layouts = new ReportLayouts();

  static Stream<MethodEdition> editions() {
    var catalogue = Standards.packaged();
    return catalogue.editionIds().stream()
        .map(id -> catalogue.edition(id).require())
        .filter(edition ->
            edition.status() == EditionStatus.IN_FORCE
                || edition.status() == EditionStatus.REPLACED);
  }

  @ParameterizedTest
  @MethodSource("editions")
  void every_edition_has_a_layout_that_fits_it(MethodEdition edition) {
    ReportLayout layout = layouts.findAnnual(edition.id()).orElseThrow();

    assertThat(layout.id()).isEqualTo(edition.id());
    Set<String> lines = new LinkedHashSet<>();
    Set<String> totals = new LinkedHashSet<>();
    Set<String> data = new LinkedHashSet<>();
    parts(layout)
        .forEach(part -> {
          switch (part) {
            case Part.Summary summary ->
                summary
                    .lines()
                    .forEach(line -> {
                      switch (line) {
                        case SummaryLine.OfSource source -> lines.add(source.source());
                        case SummaryLine.OfTotal total -> totals.add(total.total());
                        case SummaryLine.Subtotal subtotal -> data.addAll(subtotal.sources());
                        case SummaryLine.Heading _, SummaryLine.OfIndicator _ -> {}
                      }
                    });
            case Part.Items items -> items.groups().forEach(group -> data.add(group.source()));
            case Part.Symbols symbols ->
                symbols.groups().forEach(group -> data.add(group.source()));
            default -> {}
          }
        });
    assertThat(edition.sources().keySet()).containsAll(lines).containsAll(data);
    assertThat(edition.totals().stream().map(Total::key)).containsAll(totals);
    assertThat(lines).as("lines of the summary").containsAll(counted(edition));
    assertThat(data).as("sources with data tables").containsAll(counted(edition));
  }

  /// Sources that enter the total of the enterprise.
  private static Set<String> counted(MethodEdition edition) {
    Set<String> all = new HashSet<>();
    edition.totals().stream()
        .filter(total -> total.key().equals("total"))
        .forEach(total -> {
          all.addAll(total.plus());
          all.addAll(total.minus());
        });
    all.retainAll(edition.sources().keySet());
    return all;
  }

  @ParameterizedTest
  @MethodSource("editions")
  void table_numbers_are_unique(MethodEdition edition) {
    List<String> numbers =
        parts(layouts.findAnnual(edition.id()).orElseThrow())
            .map(ReportLayoutsTest::number)
            .filter(number -> !number.isEmpty())
            .toList();

    assertThat(numbers).doesNotHaveDuplicates();
  }

  private static Stream<Part> parts(ReportLayout layout) {
    return layout.chapters().stream().flatMap(chapter -> chapter.parts().stream());
  }

  private static String number(Part part) {
    return switch (part) {
      case Part.Fields table -> table.caption().number();
      case Part.Summary table -> table.caption().number();
      case Part.Items table -> table.caption().number();
      case Part.Symbols table -> table.caption().number();
      case Part.Products table -> table.caption().number();
      case Part.Derived table -> table.caption().number();
      case Part.Facilities table -> table.caption().number();
      case Part.Boundary table -> table.caption().number();
      case Part.Parameters table -> table.caption().number();
      case Part.Factors table -> table.caption().number();
      case Part.Evidence table -> table.caption().number();
      case Part.View table -> table.caption().number();
      case Part.Paragraph _, Part.Chart _, Part.Signatures _ -> "";
    };
  }
}
