package io.tanheng.server.operate.report.layout;

import io.tanheng.server.foundation.problem.Text;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the report of one method edition is laid out: chapters with their parts in order.
///
/// @param id the method edition
/// @param version counts changes of the file
/// @param digest of the file, so that a report names the layout it was made by
public record ReportLayout(
    String id,
    int version,
    Text title,
    Source source,
    RoundingMode rounding,
    List<Chapter> chapters,
    List<Plausibility> plausibility,
    String digest) {
  public ReportLayout {
    chapters = List.copyOf(chapters);
    plausibility = List.copyOf(plausibility);
  }

  /// Where the layout comes from and how sure that is: `verified`, `recalled` or `unsure`.
  public record Source(Text title, String confidence, @Nullable Text note) {}

  public record Chapter(String key, Text title, List<Part> parts) {
    public Chapter {
      parts = List.copyOf(parts);
    }
  }

  /// A value of a symbol outside these bounds is shown to the person who compiles; a warning only.
  ///
  /// @param match a label of the row and its value, such as `fuel: natural-gas`
  public record Plausibility(
      String symbol,
      Map<String, String> match,
      @Nullable String min,
      @Nullable String max,
      String unit,
      Text name,
      String confidence) {}

  /// One numbered table or other piece of a chapter.
  public sealed interface Part {
    record Paragraph(Text text) implements Part {}

    record Fields(Caption caption, List<Field> fields) implements Part {}

    /// Sources and totals, one line each.
    ///
    /// @param all a line for every source and total of the run after those of `lines`
    record Summary(
        Caption caption, int decimals, boolean share, boolean all, List<SummaryLine> lines)
        implements Part {}

    /// One line per item of the groups' sources, columns side by side.
    record Items(Caption caption, List<Column> columns, List<Group> groups, boolean origin)
        implements Part {}

    /// One line per item and symbol, over the year or month by month.
    record Symbols(Caption caption, boolean months, List<SymbolGroup> groups) implements Part {}

    record Products(Caption caption, int decimals) implements Part {}

    record Derived(Caption caption, List<DerivedLine> lines) implements Part {}

    /// Sources and totals by facility.
    record Facilities(Caption caption, int decimals) implements Part {}

    /// The units of the boundary tree.
    record Boundary(Caption caption) implements Part {}

    /// The monitoring parameters, as the data quality control plan lists them.
    record Parameters(Caption caption) implements Part {}

    /// Defaults and other factors the result rests on, with source and confidence.
    record Factors(Caption caption) implements Part {}

    /// The files that prove a month.
    record Evidence(Caption caption, int dueDays, List<EvidenceItem> items) implements Part {}

    /// One table of the run in the order of another standard.
    record View(Caption caption, ViewTable kind, int decimals) implements Part {}

    record Chart(ChartKind kind, Text title) implements Part {}

    record Signatures(List<Text> roles) implements Part {}
  }

  /// What a table of a view shows.
  public enum ViewTable {
    CATEGORIES,
    /// Direct emissions by gas.
    GASES,
    /// What stands beside the categories, such as biogenic CO2.
    MEMOS,
    /// From the total of the method to that of the view.
    RECONCILIATION,
    /// Purchased electricity by place and by contract.
    ELECTRICITY,
    /// Indirect emissions by the criteria of significance.
    SIGNIFICANCE
  }

  public enum ChartKind {
    SOURCES,
    MONTHS
  }

  /// Number and title of a table. `landscape` turns its page.
  public record Caption(String number, Text title, boolean landscape, @Nullable Text note) {}

  /// A field of the enterprise (`enterprise.name`) or one that is entered (`entered.phone`).
  public record Field(String key, Text label, boolean required) {}

  public sealed interface SummaryLine {
    record Heading(Text name) implements SummaryLine {}

    record OfSource(String source, @Nullable Text name) implements SummaryLine {}

    /// The signed sum of some sources, which are lines of their own above.
    record Subtotal(List<String> sources, Text name) implements SummaryLine {}

    record OfTotal(String total, @Nullable Integer decimals, @Nullable Text name)
        implements SummaryLine {}

    /// A figure that enters no total, such as the mass of a gas.
    record OfIndicator(String indicator, int decimals) implements SummaryLine {}
  }

  /// How the months of a value become a year.
  public enum Yearly {
    /// Added up.
    SUM,
    /// Weighted by the first sum of the same group; the plain value when all months agree.
    MEAN
  }

  /// A column of figures.
  ///
  /// @param units the first one a value converts to is printed
  public record Column(String key, Text name, int decimals, Yearly yearly, List<String> units) {}

  /// The items of one source, and which symbol stands in which column.
  ///
  /// @param symbols by column key; `E` is the result of the row
  public record Group(String source, @Nullable Text name, Map<String, String> symbols) {}

  public record SymbolGroup(String source, @Nullable Text name, List<SymbolLine> symbols) {}

  /// One symbol of an item.
  ///
  /// @param weight of a mean, where it is not the first sum of the group
  public record SymbolLine(
      String symbol,
      @Nullable Text name,
      int decimals,
      Yearly yearly,
      List<String> units,
      @Nullable String weight) {
    /// The line of one member of a family: `*` becomes its index.
    public SymbolLine member(String index) {
      return new SymbolLine(
          symbol.replace("*", index),
          name == null ? null : new Text(name.zh() + index, name.en() + " " + index),
          decimals,
          yearly,
          units,
          weight == null ? null : weight.replace("*", index));
    }
  }

  public record DerivedLine(String key, int decimals) {}

  /// What is to be proved.
  ///
  /// @param sources of the method whose parameters it concerns; all of `kinds` where empty
  /// @param kinds of parameters
  public record EvidenceItem(
      String key, Text name, boolean required, List<String> sources, List<String> kinds) {
    public EvidenceItem {
      sources = List.copyOf(sources);
      kinds = List.copyOf(kinds);
    }
  }
}
