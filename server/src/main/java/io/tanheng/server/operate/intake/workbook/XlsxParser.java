package io.tanheng.server.operate.intake.workbook;

import io.tanheng.units.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Parts of a package to a [Workbook]: shared, rich and inline texts, cached values, errors,
/// formulas, merges, dates.
final class XlsxParser {
  /// A spreadsheet shows and keeps 15 significant digits; what a cached double has beyond is noise.
  private static final MathContext SPREADSHEET_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int MAX_EXPONENT = 40;
  private static final int MAX_MERGES = 5_000;
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final long SECONDS_OF_DAY = 86_400;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final ZipParts pack;
  private final Limits limits;
  private final List<Finding> findings = new ArrayList<>();
  private List<String> sharedTexts = List.of();
  private WorkbookStyles styles = WorkbookStyles.NONE;
  private LocalDate epoch = EPOCH_1900;

  XlsxParser(ZipParts pack, Limits limits) {
    this.pack = pack;
    this.limits = limits;
  }

  private record SheetEntry(String name, String part, boolean hidden) {}

  /// Reads everything, or says what cannot be read.
  Reading read() {
    String part = "xl/workbook.xml";
    try {
      List<SheetEntry> entries = sheetEntries(pack.part(part).orElseThrow());
      if (entries.size() > limits.sheets()) {
        return new Reading.Refused(List.of(tooManySheets(entries.size())));
      }
      part = "xl/sharedStrings.xml";
      Optional<byte[]> texts = pack.part(part);
      sharedTexts = texts.isPresent() ? sharedTexts(texts.get()) : List.of();
      part = "xl/styles.xml";
      Optional<byte[]> stylePart = pack.part(part);
      styles = stylePart.isPresent() ? WorkbookStyles.read(stylePart.get()) : WorkbookStyles.NONE;
      List<Sheet> sheets = new ArrayList<>();
      for (SheetEntry entry : entries) {
        part = entry.part();
        Optional<byte[]> xml = pack.part(part);
        if (xml.isEmpty()) {
          return new Reading.Refused(List.of(ZipParts.damaged(part)));
        }
        sheets.add(sheet(entry, xml.get()));
      }
      return findings.isEmpty()
          ? new Reading.Read(new Workbook(sheets))
          : new Reading.Refused(findings);
    } catch (XMLStreamException | IllegalArgumentException | ArithmeticException e) {
      return new Reading.Refused(List.of(ZipParts.damaged(part)));
    }
  }

  private Finding tooManySheets(int count) {
    return Finding.of(
        IntakeProblem.TOO_MANY_SHEETS,
        Place.FILE,
        Map.of(
            "count", Text.same(Integer.toString(count)),
            "limit", Text.same(Integer.toString(limits.sheets()))));
  }

  private List<SheetEntry> sheetEntries(byte[] workbook) throws XMLStreamException {
    Map<String, String> targets = targets();
    List<SheetEntry> entries = new ArrayList<>();
    XMLStreamReader xml = XmlParts.open(workbook);
    while (xml.hasNext()) {
      if (XmlParts.next(xml) != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("workbookPr")
          && List.of("1", "true").contains(XmlParts.attributeOr(xml, "date1904", "0"))) {
        epoch = EPOCH_1904;
      } else if (xml.getLocalName().equals("sheet")) {
        String target = targets.get(relationId(xml));
        if (target != null && target.contains("worksheets/")) {
          entries.add(
              new SheetEntry(
                  XmlParts.attributeOr(xml, "name", "?"),
                  target,
                  !XmlParts.attributeOr(xml, "state", "visible").equals("visible")));
        }
      }
    }
    return entries;
  }

  /// `r:id`, told from other attributes named `id` by having a namespace.
  private static String relationId(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private Map<String, String> targets() throws XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    Optional<byte[]> relations = pack.part("xl/_rels/workbook.xml.rels");
    if (relations.isEmpty()) {
      return targets;
    }
    XMLStreamReader xml = XmlParts.open(relations.get());
    while (xml.hasNext()) {
      if (XmlParts.next(xml) == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")) {
        String target = XmlParts.attributeOr(xml, "Target", "");
        targets.put(
            XmlParts.attributeOr(xml, "Id", ""),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
    return targets;
  }

  private static List<String> sharedTexts(byte[] part) throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    XMLStreamReader xml = XmlParts.open(part);
    while (xml.hasNext()) {
      if (XmlParts.next(xml) == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("si")) {
        texts.add(richText(xml, "si"));
      }
    }
    return texts;
  }

  /// The plain text of `si` or `is`: all runs, without the phonetic guides of East Asian workbooks.
  private static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean phonetic = false;
    boolean inText = false;
    while (true) {
      switch (XmlParts.next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> {
          phonetic |= xml.getLocalName().equals("rPh");
          inText = xml.getLocalName().equals("t") && !phonetic;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (xml.getLocalName().equals(end)) {
            return unescape(text.toString());
          }
          inText = false;
          phonetic &= !xml.getLocalName().equals("rPh");
        }
        default -> {}
      }
    }
  }

  private static String unescape(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPED.matcher(text);
    return matcher.replaceAll(found ->
        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  private Sheet sheet(SheetEntry entry, byte[] part) throws XMLStreamException {
    Map<CellRef, Cell> cells = new LinkedHashMap<>();
    List<Region> merges = new ArrayList<>();
    List<CellRef> uncalculated = new ArrayList<>();
    Map<String, SharedFormula> shared = new HashMap<>();
    int row = 0;
    int column = 0;
    XMLStreamReader xml = XmlParts.open(part);
    while (xml.hasNext()) {
      if (XmlParts.next(xml) != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "row" -> {
          String number = XmlParts.attribute(xml, "r");
          row = number == null ? row + 1 : Integer.parseInt(number);
          column = 0;
        }
        case "c" -> {
          String ref = XmlParts.attribute(xml, "r");
          CellRef place =
              ref == null
                  ? new CellRef(row, column + 1)
                  : CellRef.parse(ref).orElseThrow(() -> new IllegalArgumentException(ref));
          column = place.column();
          Optional<Cell> cell = cell(xml, place, shared, uncalculated);
          if (cell.isPresent()) {
            if (place.row() > limits.rows() || place.column() > limits.columns()) {
              findings.add(sheetTooLarge(entry.name(), place));
              return new Sheet(entry.name(), entry.hidden(), List.of(), List.of());
            }
            cells.put(place, cell.get());
          }
        }
        case "mergeCell" -> {
          if (merges.size() < MAX_MERGES) {
            Region.parse(XmlParts.attributeOr(xml, "ref", "")).ifPresent(merges::add);
          }
        }
        default -> {}
      }
    }
    return new Sheet(entry.name(), entry.hidden(), cells.values(), merges, uncalculated);
  }

  private Finding sheetTooLarge(String sheet, CellRef place) {
    return Finding.of(
        IntakeProblem.SHEET_TOO_LARGE,
        Place.cell(sheet, place),
        Map.of(
            "sheet", Text.same(sheet),
            "cell", Text.same(place.toString()),
            "rows", Text.same(Integer.toString(limits.rows())),
            "columns", Text.same(Integer.toString(limits.columns()))));
  }

  private record SharedFormula(String text, CellRef at) {}

  private record RawFormula(String text, boolean isShared, String index) {}

  /// One `c` element; empty when it shows nothing.
  private Optional<Cell> cell(
      XMLStreamReader xml,
      CellRef place,
      Map<String, SharedFormula> shared,
      List<CellRef> uncalculated)
      throws XMLStreamException {
    String type = XmlParts.attributeOr(xml, "t", "n");
    int style = Integer.parseInt(XmlParts.attributeOr(xml, "s", "0"));
    String value = null;
    RawFormula formula = null;
    while (true) {
      int event = XmlParts.next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> value = xml.getElementText();
          case "is" -> value = richText(xml, "is");
          case "f" -> formula = rawFormula(xml);
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
    }
    if (formula != null && (value == null || (value.isEmpty() && !type.equals("str")))) {
      uncalculated.add(place);
    }
    Optional<String> formulaText = formulaText(formula, place, shared);
    return content(type, style, value).map(content -> new Cell(place, content, formulaText));
  }

  private static RawFormula rawFormula(XMLStreamReader xml) throws XMLStreamException {
    boolean isShared = XmlParts.attributeOr(xml, "t", "").equals("shared");
    String index = XmlParts.attributeOr(xml, "si", "");
    return new RawFormula(xml.getElementText(), isShared, index);
  }

  private static Optional<String> formulaText(
      @Nullable RawFormula formula, CellRef place, Map<String, SharedFormula> shared) {
    if (formula == null) {
      return Optional.empty();
    }
    if (!formula.text().isEmpty()) {
      if (formula.isShared()) {
        shared.put(formula.index(), new SharedFormula(formula.text(), place));
      }
      return Optional.of(formula.text());
    }
    SharedFormula master = shared.get(formula.index());
    return master == null
        ? Optional.of("")
        : Optional.of(
            FormulaText.shift(
                master.text(),
                place.row() - master.at().row(),
                place.column() - master.at().column()));
  }

  private Optional<Content> content(String type, int style, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    return switch (type) {
      case "s" -> words(sharedTexts.get(Integer.parseInt(value.strip())));
      case "str" -> words(unescape(value));
      case "inlineStr" -> words(value);
      case "b" -> Optional.of(new Content.Truth(value.strip().equals("1")));
      case "e" -> Optional.of(new Content.Fault(value.strip()));
      case "d" -> Optional.of(new Content.Moment(isoMoment(value.strip())));
      default -> Optional.of(number(value.strip(), style));
    };
  }

  private static Optional<Content> words(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(new Content.Words(text));
  }

  private static LocalDateTime isoMoment(String value) {
    try {
      return value.length() > 10
          ? LocalDateTime.parse(value.replace("Z", ""))
          : LocalDate.parse(value).atStartOfDay();
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(value, e);
    }
  }

  private Content number(String value, int style) {
    BigDecimal number = new BigDecimal(value).round(SPREADSHEET_DIGITS);
    if (number.signum() == 0) {
      number = BigDecimal.ZERO;
    }
    if (Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT) {
      return new Content.Words(value);
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() < 0) {
      plain = plain.setScale(0, RoundingMode.UNNECESSARY);
    }
    return styles.isDate(style) ? moment(plain) : new Content.Figure(plain);
  }

  private Content moment(BigDecimal serial) {
    BigDecimal days = serial.setScale(0, RoundingMode.FLOOR);
    if (serial.signum() < 0 || days.precision() > 7) {
      return new Content.Figure(serial);
    }
    long seconds =
        serial
            .subtract(days)
            .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Content.Moment(
        epoch.plusDays(days.longValueExact()).atStartOfDay().plusSeconds(seconds));
  }
}
