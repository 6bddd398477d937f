package io.tanheng.server.operate.report.print;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.exception.RenderException;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a Word template asks for: the names between `{{` and `}}`.
///
/// Templates are texts of users: names are compared with the known ones before anything is filled
/// in, and no expression is ever evaluated.
public final class WordTemplate {
  /// Stands for the whole report.
  public static final String BODY = "body";

  /// Stands for the picture that opens the report's trace.
  public static final String QR = "qr";

  /// Before the number of a table: `table.A.1`.
  public static final String TABLE = "table.";

  private static final Set<String> FIXED =
      Set.of(
          BODY,
          QR,
          "report.title",
          "report.period",
          "report.number",
          "report.version",
          "report.date",
          "enterprise.name",
          "enterprise.creditCode",
          "enterprise.address",
          "enterprise.industryCode",
          "enterprise.boundary",
          "method.number",
          "method.title",
          "method.factorSet",
          "inventory.number",
          "inventory.digest",
          "total.value",
          "total.unit");

  private WordTemplate() {}

  /// A finding about a template: a name nobody knows, or why it cannot be read.
  public sealed interface Finding {
    record Unknown(String name) implements Finding {}

    record Unreadable(String detail) implements Finding {}

    /// Without [#BODY] or a table the report would be a cover alone.
    record NoContent() implements Finding {}
  }

  public static Set<String> known() {
    return new TreeSet<>(FIXED);
  }

  /// Whether a name stands for something a report can have.
  static boolean isKnown(String name) {
    return FIXED.contains(name) || name.startsWith(TABLE) || name.matches("entered\\.[a-zA-Z]+");
  }

  public static List<String> names(byte[] docx) {
    try (XWPFTemplate template =
        XWPFTemplate.compile(new ByteArrayInputStream(docx), Configure.createDefault())) {
      Set<String> names = new TreeSet<>();
      collect(template.getElementTemplates(), names);
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(List<MetaTemplate> templates, Set<String> names) {
    for (MetaTemplate template : templates) {
      switch (template) {
        case IterableTemplate loop -> {
          names.add("?" + loop.getStartMark().getTagName());
          collect(loop.getTemplates(), names);
        }
        case ElementTemplate element -> names.add(element.getTagName());
        default -> names.add(template.variable());
      }
    }
  }

  public static List<Finding> check(byte[] docx) {
    List<String> names;
    try {
      names = names(docx);
    } catch (ResolverException | RenderException e) {
      return List.of(new Finding.Unreadable(String.valueOf(e.getMessage())));
    }
    List<Finding> findings = new ArrayList<>();
    names.stream()
        .filter(name -> !isKnown(name))
        .forEach(name -> findings.add(new Finding.Unknown(name)));
    if (names.stream().noneMatch(name -> name.equals(BODY) || name.startsWith(TABLE))) {
      findings.add(new Finding.NoContent());
    }
    return findings;
  }
}
