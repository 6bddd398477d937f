package io.tanheng.bench;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The same sums as a workbook: a row of numbers with its formula in the last column, and a `SUMIF`
/// for each source.
final class Sheet {

  private static final int RESULT = 10;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final XSSFSheet sums = workbook.createSheet("sums");
  private final int sources;

  Sheet(List<PlainRow> rows, int sources) {
    this.sources = sources;
    XSSFSheet data = workbook.createSheet("data");
    for (int i = 0; i < rows.size(); i++) {
      write(data.createRow(i), rows.get(i), i + 1);
    }
    for (int source = 0; source < sources; source++) {
      Cell sum = sums.createRow(source).createCell(0);
      sum.setCellFormula(
          "SUMIF(data!A$1:A$%1$d,%2$d,data!K$1:K$%1$d)".formatted(rows.size(), source));
    }
  }

  private static void write(Row cells, PlainRow row, int line) {
    cells.createCell(0).setCellValue(row.source());
    BigDecimal[] numbers = {
      row.in(),
      row.open(),
      row.close(),
      row.other(),
      row.out(),
      row.heat(),
      row.carbon(),
      row.oxidation(),
      row.factor()
    };
    for (int i = 0; i < numbers.length; i++) {
      cells.createCell(i + 1).setCellValue(numbers[i].doubleValue());
    }
    String amount = "(B%1$d+C%1$d-D%1$d-E%1$d-F%1$d)".formatted(line);
    String formula =
        switch (row.kind()) {
          case COMBUSTION -> amount + "*G%1$d*H%1$d*I%1$d*44/12".formatted(line);
          case CARBON -> amount + "*H%1$d*44/12".formatted(line);
          case FACTOR -> amount + "*J%1$d".formatted(line);
        };
    cells.createCell(RESULT).setCellFormula(formula);
  }

  /// Evaluates every formula and reads the sums. Spreadsheets count in binary floating point.
  double[] evaluate() {
    XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
    var values = new double[sources];
    for (int source = 0; source < sources; source++) {
      values[source] = sums.getRow(source).getCell(0).getNumericCellValue();
    }
    return values;
  }
}
