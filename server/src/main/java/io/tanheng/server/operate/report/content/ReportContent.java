package io.tanheng.server.operate.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a report says: chapters of numbered tables, each figure with its exact value, the value as
/// it is printed, and the trace it comes from. Stored with a report version and never changed.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportContent(Text title, Subject subject, Basis basis, List<Chapter> chapters) {
  public ReportContent {
    chapters = List.copyOf(chapters);
  }

  /// Whom and when the report is about.
  public record Subject(Text name, @Nullable String creditCode, String period) {}

  /// What it was made from. The inventory is absent for reports about the plan alone.
  public record Basis(
      @Nullable Method method,
      @Nullable Inventory inventory,
      String layout,
      int layoutVersion,
      String layoutDigest,
      Text layoutSource,
      String layoutConfidence) {}

  public record Method(String id, String number, Text title, @Nullable Text factorSet) {}

  public record Inventory(String id, int number, String digest, boolean provisional) {}

  public record Chapter(String key, String number, Text title, List<Block> blocks) {
    public Chapter {
      blocks = List.copyOf(blocks);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Paragraph.class, name = "PARAGRAPH"),
    @JsonSubTypes.Type(value = Table.class, name = "TABLE"),
    @JsonSubTypes.Type(value = Chart.class, name = "CHART"),
    @JsonSubTypes.Type(value = Signatures.class, name = "SIGNATURES")
  })
  public sealed interface Block {}

  public record Paragraph(Text text) implements Block {}

  /// A numbered table. Lines have one cell per column.
  public record Table(
      String number,
      Text title,
      boolean landscape,
      List<Column> columns,
      List<Line> lines,
      @Nullable Text note)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      lines = List.copyOf(lines);
    }
  }

  /// `unit` is that of every figure of the column, where they share one.
  public record Column(String key, Text name, @Nullable String unit, boolean numeric) {}

  /// A line of a table.
  ///
  /// @param id printed small at the end of the line: the address of its figures
  /// @param key names the line across versions of the report
  public record Line(String id, String key, Role role, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  public enum Role {
    HEADING,
    LINE,
    SUBTOTAL,
    TOTAL,
    /// The printed total less the printed lines.
    DIFFERENCE,
    /// Shown beside, part of no total.
    MEMO
  }

  /// A text, a figure, or neither: then `text` says why nothing stands here.
  public record Cell(@Nullable Text text, @Nullable Figure figure) {
    public static Cell of(Text text) {
      return new Cell(text, null);
    }

    public static Cell of(String same) {
      return new Cell(new Text(same, same), null);
    }

    public static Cell of(Figure figure) {
      return new Cell(null, figure);
    }

    public static Cell empty() {
      return of("");
    }
  }

  /// A printed number.
  ///
  /// @param id table and line number with the key of the column: `A.1-3.value`
  /// @param exact a decimal, or a fraction `n/d`
  /// @param printed `exact` rounded once to `decimals`
  /// @param unitShown whether the unit stands beside the number, not in the head of the column
  /// @param trace the figure of the inventory run that explains it
  /// @param sum the printed figures this one is the sum of
  public record Figure(
      String id,
      String exact,
      String printed,
      int decimals,
      String unit,
      boolean unitShown,
      @Nullable String trace,
      @Nullable String confidence,
      List<Part> sum) {
    public Figure {
      sum = List.copyOf(sum);
    }
  }

  /// A figure that is added (`1`) or taken off (`-1`).
  public record Part(String figure, int sign) {}

  /// Bars or lines; the values are printed figures.
  public record Chart(
      String kind, Text title, String unit, List<Text> categories, List<Series> series)
      implements Block {
    public Chart {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  public record Series(Text name, List<String> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  public record Signatures(List<Text> roles) implements Block {
    public Signatures {
      roles = List.copyOf(roles);
    }
  }

  public Stream<Table> tables() {
    return chapters.stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast);
  }

  public Stream<Figure> figures() {
    return tables()
        .flatMap(table -> table.lines().stream())
        .flatMap(line -> line.cells().stream())
        .flatMap(cell -> Optional.ofNullable(cell.figure()).stream());
  }
}
