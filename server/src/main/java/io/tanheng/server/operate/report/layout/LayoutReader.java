package io.tanheng.server.operate.report.layout;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.report.layout.ReportLayout.Caption;
import io.tanheng.server.operate.report.layout.ReportLayout.Chapter;
import io.tanheng.server.operate.report.layout.ReportLayout.ChartKind;
import io.tanheng.server.operate.report.layout.ReportLayout.Column;
import io.tanheng.server.operate.report.layout.ReportLayout.DerivedLine;
import io.tanheng.server.operate.report.layout.ReportLayout.EvidenceItem;
import io.tanheng.server.operate.report.layout.ReportLayout.Field;
import io.tanheng.server.operate.report.layout.ReportLayout.Group;
import io.tanheng.server.operate.report.layout.ReportLayout.Part;
import io.tanheng.server.operate.report.layout.ReportLayout.Plausibility;
import io.tanheng.server.operate.report.layout.ReportLayout.SummaryLine;
import io.tanheng.server.operate.report.layout.ReportLayout.SymbolGroup;
import io.tanheng.server.operate.report.layout.ReportLayout.SymbolLine;
import io.tanheng.server.operate.report.layout.ReportLayout.Yearly;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one layout file; what it uses is read from the shared files below `common/reports`.
final class LayoutReader {
  private static final String ROOT = "standards/";
  private static final Set<String> CAPTION = Set.of("number", "title", "landscape", "note");
  private static final Text TOTAL_OF_ITEM = new Text("排放量", "Emission");

  private final StringBuilder everything = new StringBuilder();

  static ReportLayout read(String resource, LayoutNode file) {
    return new LayoutReader().layout(resource, file);
  }

  private ReportLayout layout(String resource, LayoutNode file) {
    file.only(
        Set.of("report", "version", "title", "source", "rounding", "chapters", "plausibility"));
    note(resource, file);
    LayoutNode source = file.require("source").only(Set.of("title", "confidence", "note"));
    List<Chapter> chapters = chapters(file.list("chapters"));
    return new ReportLayout(
        file.text("report"),
        file.number("version"),
        file.words("title"),
        new ReportLayout.Source(
            source.words("title"), source.text("confidence"), source.wordsOrNull("note")),
        rounding(file.text("rounding")),
        chapters,
        plausibility(file.list("plausibility")),
        digest());
  }

  private void note(String resource, LayoutNode file) {
    everything.append(resource).append('\n').append(file.value()).append('\n');
  }

  private LayoutNode used(String path) {
    String resource = ROOT + path + ".yaml";
    LayoutNode file =
        LayoutNode.file(resource)
            .orElseThrow(() -> new IllegalStateException("no file " + resource));
    note(resource, file);
    return file;
  }

  private String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(everything.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RoundingMode rounding(String word) {
    return switch (word) {
      case "half-up" -> RoundingMode.HALF_UP;
      case "half-even" -> RoundingMode.HALF_EVEN;
      default -> throw new IllegalStateException("unknown rounding " + word);
    };
  }

  private List<Chapter> chapters(List<LayoutNode> nodes) {
    List<Chapter> chapters = new ArrayList<>();
    for (LayoutNode node : nodes) {
      if (node.find("use").isPresent()) {
        node.only(Set.of("use"));
        chapters.addAll(chapters(used(node.text("use")).list("chapters")));
      } else {
        node.only(Set.of("key", "title", "parts"));
        chapters.add(new Chapter(node.text("key"), node.words("title"), parts(node)));
      }
    }
    return chapters;
  }

  private List<Part> parts(LayoutNode chapter) {
    return chapter.list("parts").stream().flatMap(this::part).toList();
  }

  private Stream<Part> part(LayoutNode node) {
    if (node.entries().size() != 1) {
      throw node.wrong("must have exactly one kind");
    }
    Map.Entry<String, LayoutNode> only = node.entries().entrySet().iterator().next();
    LayoutNode body = only.getValue();
    return switch (only.getKey()) {
      case "use" -> used(body.text()).list("parts").stream().flatMap(this::part);
      case "text" -> Stream.of(new Part.Paragraph(body.words()));
      case "fields" -> Stream.of(fields(body));
      case "summary" -> Stream.of(summary(body));
      case "items" -> Stream.of(items(body));
      case "symbols" -> Stream.of(symbols(body));
      case "products" ->
          Stream.of(new Part.Products(caption(body, "decimals"), body.number("decimals")));
      case "derived" -> Stream.of(derived(body));
      case "facilities" ->
          Stream.of(new Part.Facilities(caption(body, "decimals"), body.number("decimals")));
      case "boundary" -> Stream.of(new Part.Boundary(caption(body)));
      case "parameters" -> Stream.of(new Part.Parameters(caption(body)));
      case "factors" -> Stream.of(new Part.Factors(caption(body)));
      case "evidence" -> Stream.of(evidence(body));
      case "view" ->
          Stream.of(
              new Part.View(
                  caption(body, "kind", "decimals"),
                  ReportLayout.ViewTable.valueOf(body.text("kind").toUpperCase(Locale.ROOT)),
                  body.number("decimals")));
      case "chart" ->
          Stream.of(
              new Part.Chart(
                  ChartKind.valueOf(body.text("kind").toUpperCase(Locale.ROOT)),
                  body.words("title")));
      case "signatures" ->
          Stream.of(new Part.Signatures(body.list().stream().map(LayoutNode::words).toList()));
      default -> throw node.wrong("has the unknown kind " + only.getKey());
    };
  }

  private static Caption caption(LayoutNode node, String... more) {
    Set<String> known = new HashSet<>(CAPTION);
    known.addAll(List.of(more));
    node.only(known);
    return new Caption(
        node.text("number"), node.words("title"), node.is("landscape"), node.wordsOrNull("note"));
  }

  private static Part fields(LayoutNode node) {
    List<Field> fields = new ArrayList<>();
    for (LayoutNode row : node.list("rows")) {
      row.only(Set.of("field", "label", "required"));
      fields.add(new Field(row.text("field"), row.words("label"), row.is("required")));
    }
    return new Part.Fields(caption(node, "rows"), fields);
  }

  private static Part summary(LayoutNode node) {
    List<SummaryLine> lines = new ArrayList<>();
    for (LayoutNode line : node.list("lines")) {
      line.only(Set.of("heading", "source", "subtotal", "total", "indicator", "name", "decimals"));
      lines.add(summaryLine(line));
    }
    return new Part.Summary(
        caption(node, "decimals", "share", "all", "lines"),
        node.number("decimals"),
        node.is("share"),
        node.is("all"),
        lines);
  }

  private static SummaryLine summaryLine(LayoutNode line) {
    if (line.find("heading").isPresent()) {
      return new SummaryLine.Heading(line.words("heading"));
    }
    if (line.find("source").isPresent()) {
      return new SummaryLine.OfSource(line.text("source"), line.wordsOrNull("name"));
    }
    if (line.find("subtotal").isPresent()) {
      return new SummaryLine.Subtotal(line.texts("subtotal"), line.words("name"));
    }
    if (line.find("indicator").isPresent()) {
      return new SummaryLine.OfIndicator(line.text("indicator"), line.number("decimals"));
    }
    Integer decimals = line.find("decimals").isPresent() ? line.number("decimals") : null;
    return new SummaryLine.OfTotal(line.text("total"), decimals, line.wordsOrNull("name"));
  }

  private static Part items(LayoutNode node) {
    List<Column> columns = new ArrayList<>();
    for (LayoutNode column : node.list("columns")) {
      column.only(Set.of("key", "name", "decimals", "yearly", "units"));
      columns.add(
          new Column(
              column.text("key"),
              column.words("name"),
              column.number("decimals"),
              yearly(column),
              column.texts("units")));
    }
    List<Group> groups = new ArrayList<>();
    for (LayoutNode group : node.list("groups")) {
      Map<String, String> symbols = new LinkedHashMap<>();
      group
          .entries()
          .forEach((key, value) -> {
            if (!key.equals("source") && !key.equals("name")) {
              symbols.put(key, value.text());
            }
          });
      requireColumns(group, columns, symbols);
      groups.add(new Group(group.text("source"), group.wordsOrNull("name"), symbols));
    }
    return new Part.Items(
        caption(node, "columns", "groups", "origin"), columns, groups, node.is("origin"));
  }

  private static void requireColumns(
      LayoutNode group, List<Column> columns, Map<String, String> symbols) {
    List<String> keys = columns.stream().map(Column::key).toList();
    if (!keys.containsAll(symbols.keySet())) {
      throw group.wrong("names columns other than " + keys);
    }
  }

  private static Part symbols(LayoutNode node) {
    List<SymbolGroup> groups = new ArrayList<>();
    for (LayoutNode group : node.list("groups")) {
      group.only(Set.of("source", "name", "symbols"));
      List<SymbolLine> lines = new ArrayList<>();
      for (LayoutNode line : group.list("symbols")) {
        line.only(Set.of("symbol", "name", "decimals", "yearly", "units", "weight"));
        lines.add(
            new SymbolLine(
                line.text("symbol"),
                name(line),
                line.number("decimals"),
                yearly(line),
                line.texts("units"),
                line.textOrNull("weight")));
      }
      groups.add(new SymbolGroup(group.text("source"), group.wordsOrNull("name"), lines));
    }
    return new Part.Symbols(caption(node, "months", "groups"), node.is("months"), groups);
  }

  private static @Nullable Text name(LayoutNode line) {
    Text given = line.wordsOrNull("name");
    return given == null && line.text("symbol").equals("E") ? TOTAL_OF_ITEM : given;
  }

  private static Part derived(LayoutNode node) {
    List<DerivedLine> lines = new ArrayList<>();
    for (LayoutNode line : node.list("lines")) {
      line.only(Set.of("key", "decimals"));
      lines.add(new DerivedLine(line.text("key"), line.number("decimals")));
    }
    return new Part.Derived(caption(node, "lines"), lines);
  }

  private static Part evidence(LayoutNode node) {
    List<EvidenceItem> items = new ArrayList<>();
    for (LayoutNode item : node.list("items")) {
      item.only(Set.of("key", "name", "required", "sources", "kinds"));
      items.add(
          new EvidenceItem(
              item.text("key"),
              item.words("name"),
              item.is("required"),
              item.texts("sources"),
              item.texts("kinds")));
    }
    return new Part.Evidence(caption(node, "dueDays", "items"), node.number("dueDays"), items);
  }

  private static Yearly yearly(LayoutNode node) {
    return Yearly.valueOf(node.text("yearly").toUpperCase(Locale.ROOT));
  }

  private List<Plausibility> plausibility(List<LayoutNode> nodes) {
    List<Plausibility> all = new ArrayList<>();
    for (LayoutNode node : nodes) {
      if (node.find("use").isPresent()) {
        all.addAll(plausibility(used(node.text("use")).list("plausibility")));
        continue;
      }
      node.only(Set.of("symbol", "match", "min", "max", "unit", "name", "confidence"));
      Map<String, String> match = new LinkedHashMap<>();
      node.find("match")
          .ifPresent(map -> map.entries().forEach((key, value) -> match.put(key, value.text())));
      all.add(
          new Plausibility(
              node.text("symbol"),
              match,
              node.textOrNull("min"),
              node.textOrNull("max"),
              node.text("unit"),
              node.words("name"),
              node.text("confidence")));
    }
    return all;
  }
}
