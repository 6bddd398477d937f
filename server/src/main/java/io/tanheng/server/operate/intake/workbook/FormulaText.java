package io.tanheng.server.operate.intake.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The references in a cell's formula; formulas are read, never evaluated.
final class FormulaText {
  /// Text in quotes, or an optional sheet followed by a cell or an area.
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\"[^\"]*\""
              + "|(?:(?:'((?:[^']|'')+)'|([\\p{L}_][\\p{L}\\p{N}_.]*))!)?"
              + "(?<![\\p{L}\\p{N}_.])(\\$?[A-Z]{1,3}\\$?[0-9]{1,7})(?::(\\$?[A-Z]{1,3}\\$?[0-9]{1,7}))?"
              + "(?![\\p{L}\\p{N}_.(])");

  private static final Pattern PART = Pattern.compile("(\\$?)([A-Z]{1,3})(\\$?)([0-9]{1,7})");

  private FormulaText() {}

  /// An area read by a formula.
  record Reference(String sheet, Region region) {
    boolean covers(String otherSheet, CellRef cell) {
      return sheet.equals(otherSheet) && region.contains(cell);
    }
  }

  static List<Reference> references(String formula, String ownSheet) {
    List<Reference> found = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(formula);
    while (matcher.find()) {
      if (matcher.group(3) != null) {
        String sheet = sheetOf(matcher).orElse(ownSheet);
        String area = matcher.group(3) + (matcher.group(4) == null ? "" : ":" + matcher.group(4));
        Region.parse(area).ifPresent(region -> found.add(new Reference(sheet, region)));
      }
    }
    return found;
  }

  private static Optional<String> sheetOf(Matcher matcher) {
    if (matcher.group(1) != null) {
      return Optional.of(matcher.group(1).replace("''", "'"));
    }
    return Optional.ofNullable(matcher.group(2));
  }

  /// The formula as it reads some rows and columns further: how a shared formula is meant in its
  /// other cells.
  static String shift(String formula, int rows, int columns) {
    StringBuilder shifted = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(formula);
    int copied = 0;
    while (matcher.find()) {
      if (matcher.group(3) != null) {
        shifted.append(formula, copied, matcher.start(3));
        shifted.append(shiftCell(matcher.group(3), rows, columns));
        if (matcher.group(4) != null) {
          shifted.append(':').append(shiftCell(matcher.group(4), rows, columns));
        }
        copied = matcher.end();
      }
    }
    return shifted.append(formula, copied, formula.length()).toString();
  }

  private static String shiftCell(String cell, int rows, int columns) {
    Matcher part = PART.matcher(cell);
    Optional<CellRef> ref = CellRef.parse(cell);
    if (!part.matches() || ref.isEmpty()) {
      return cell;
    }
    int row = part.group(3).isEmpty() ? ref.get().row() + rows : ref.get().row();
    int column = part.group(1).isEmpty() ? ref.get().column() + columns : ref.get().column();
    if (row < 1 || column < 1) {
      return "#REF!";
    }
    return part.group(1) + CellRef.letters(column) + part.group(3) + row;
  }

  /// A sum of single cells with signs, such as `F11+G7-G8`; empty for every other formula.
  static Optional<List<SignedCell>> signedSum(String formula, String ownSheet) {
    String text = formula.replace(" ", "");
    Matcher matcher =
        Pattern.compile(
                "([+-]?)(?:'((?:[^']|'')+)'!|([\\p{L}_][\\p{L}\\p{N}_.]*)!)?(\\$?[A-Z]{1,3}\\$?[0-9]{1,7})")
            .matcher(text);
    List<SignedCell> cells = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at || (at > 0 && matcher.group(1).isEmpty())) {
        return Optional.empty();
      }
      String sheet =
          matcher.group(2) != null
              ? matcher.group(2).replace("''", "'")
              : matcher.group(3) != null ? matcher.group(3) : ownSheet;
      Optional<CellRef> ref = CellRef.parse(matcher.group(4));
      if (ref.isEmpty()) {
        return Optional.empty();
      }
      cells.add(new SignedCell(!matcher.group(1).equals("-"), sheet, ref.get()));
      at = matcher.end();
    }
    return cells.size() < 2 ? Optional.empty() : Optional.of(cells);
  }

  record SignedCell(boolean plus, String sheet, CellRef ref) {}
}
