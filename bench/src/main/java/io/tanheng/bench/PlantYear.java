package io.tanheng.bench;

import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.Case;
import io.tanheng.accounting.CaseFile;
import io.tanheng.accounting.InputRow;
import io.tanheng.accounting.InputValue;
import io.tanheng.accounting.RowId;
import io.tanheng.units.Quantity;
import io.tanheng.units.Rational;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The rows of one year of one plant, the same for every contender.
///
/// `STEEL` is the fictional sample works as it is: 24 series of 12 months. `LARGE` repeats those
/// series with other amounts until there are 2,000 sources of 12 months.
public enum PlantYear {
  STEEL(24),
  LARGE(2_000);

  private static final int MONTHS = 12;

  private final int sources;

  PlantYear(int sources) {
    this.sources = sources;
  }

  int rows() {
    return sources * MONTHS;
  }

  AccountingInput input() {
    AccountingInput sample = sample().input();
    return this == STEEL ? sample : repeated(sample);
  }

  /// The case of the sample works, with its expected results.
  static Case sample() {
    try (InputStream in = PlantYear.class.getResourceAsStream("steel-2025.json")) {
      if (in == null) {
        throw new IllegalStateException("no steel-2025.json");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return CaseFile.read("steel-2025.json", text).require().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AccountingInput repeated(AccountingInput sample) {
    var random = new Random(7);
    var grown = new LinkedHashMap<String, List<InputRow>>();
    sample.rows().keySet().forEach(source -> grown.put(source, new ArrayList<>()));
    int left = rows();
    while (left > 0) {
      for (Map.Entry<String, List<InputRow>> source : sample.rows().entrySet()) {
        int wanted = Math.min(left, source.getValue().size());
        for (InputRow row : source.getValue().subList(0, wanted)) {
          List<InputRow> rows = grown.get(source.getKey());
          if (rows != null) {
            rows.add(varied(row, rows.size(), random));
          }
        }
        left -= wanted;
      }
    }
    return new AccountingInput(grown, List.of());
  }

  /// The same kind of row with amounts that differ by up to ten percent.
  private static InputRow varied(InputRow row, int number, Random random) {
    Rational factor = Rational.of(900 + random.nextInt(200), 1000);
    var quantities = new LinkedHashMap<String, InputValue>();
    row.quantities()
        .forEach((symbol, value) -> {
          Quantity quantity = value.quantity();
          boolean amount = quantity.unit().symbol().length() <= 2 && !symbol.equals("OF");
          quantities.put(
              symbol, InputValue.of(amount ? quantity.times(factor) : quantity, "row " + number));
        });
    return new InputRow(new RowId("row " + number), quantities, row.labels());
  }
}
