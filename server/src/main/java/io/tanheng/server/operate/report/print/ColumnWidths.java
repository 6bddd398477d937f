package io.tanheng.server.operate.report.print;

import io.tanheng.server.operate.report.content.ReportContent.Cell;
import io.tanheng.server.operate.report.content.ReportContent.Line;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import java.util.ArrayList;
import java.util.List;

/// How wide the columns of a table are, in twentieths of a point, and how large its letters: as
/// large as possible, and so that no number is broken over two lines.
record ColumnWidths(List<Integer> widths, int fontSize) {
  private static final int LARGEST = 9;
  private static final int SMALLEST = 5;
  private static final int TWIPS = 20;

  /// A digit is about half as wide as high; a Chinese letter is square.
  private static final double DIGIT = 0.56;

  private static final int PADDING = 240;

  /// Words are broken after so many letters at least, at a size that is still easy to read; where
  /// that leaves too little room, after fewer.
  private static final int GOOD_LETTERS = 10;

  private static final int READABLE = 7;
  private static final int LEAST_LETTERS = 4;
  private static final int MOST_LETTERS = 24;
  private static final int MARK_LETTERS = 2;
  private static final double ID_HEAD_LETTERS = 2.5;

  /// @param total width of the page between its margins
  static ColumnWidths of(Table table, Paper paper, int total) {
    for (int letters : new int[] {GOOD_LETTERS, LEAST_LETTERS}) {
      int smallest = letters == GOOD_LETTERS ? READABLE : SMALLEST;
      for (int size = LARGEST; size >= smallest; size--) {
        List<Integer> least = least(table, paper, size, letters);
        if (least.stream().mapToInt(Integer::intValue).sum() <= total) {
          return new ColumnWidths(spread(table, paper, least, total), size);
        }
      }
    }
    List<Integer> least = least(table, paper, SMALLEST, LEAST_LETTERS);
    return new ColumnWidths(spread(table, paper, least, total), SMALLEST);
  }

  private static List<Integer> least(Table table, Paper paper, int size, int words) {
    List<Integer> least = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      double letters =
          table.columns().get(i).numeric()
              ? numbers(table, paper, i)
              : Math.min(words, letters(table, paper, i));
      least.add((int) Math.ceil(letters * size * TWIPS) + PADDING);
    }
    double id = Math.max(ID_HEAD_LETTERS, idLength(table) * DIGIT);
    least.add((int) (id * WordBody.SMALL * TWIPS) + PADDING);
    return least;
  }

  /// The longest number of a column, in letters.
  private static double numbers(Table table, Paper paper, int column) {
    double most = 2;
    for (Line line : table.lines()) {
      Cell cell = line.cells().get(column);
      if (cell.figure() != null) {
        double own = width(paper.words(cell));
        most =
            Math.max(most, Paper.mark(cell.figure()).isEmpty() ? own : own + MARK_LETTERS * DIGIT);
      }
    }
    return most;
  }

  private static double letters(Table table, Paper paper, int column) {
    double most = width(paper.head(table.columns().get(column)));
    for (Line line : table.lines()) {
      most = Math.max(most, width(paper.words(line.cells().get(column))));
    }
    return Math.min(most, MOST_LETTERS);
  }

  private static int idLength(Table table) {
    return table.lines().stream().mapToInt(line -> line.id().length()).max().orElse(2);
  }

  private static double width(String words) {
    return words.codePoints().mapToDouble(letter -> letter < 0x2E80 ? DIGIT : 1).sum();
  }

  /// What is left goes to the columns of words, by their length.
  private static List<Integer> spread(Table table, Paper paper, List<Integer> least, int total) {
    int rest = Math.max(0, total - least.stream().mapToInt(Integer::intValue).sum());
    double wanted = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      wanted += table.columns().get(i).numeric() ? 1 : letters(table, paper, i);
    }
    List<Integer> widths = new ArrayList<>(least);
    for (int i = 0; i < table.columns().size(); i++) {
      double share = table.columns().get(i).numeric() ? 1 : letters(table, paper, i);
      widths.set(i, widths.get(i) + (int) (rest * share / Math.max(1, wanted)));
    }
    return widths;
  }
}
