package io.tanheng.bench;

import io.tanheng.accounting.Accounting;
import io.tanheng.accounting.AccountingInput;
import io.tanheng.accounting.FactorChoice;
import io.tanheng.accounting.Inventory;
import io.tanheng.accounting.Outcome;
import io.tanheng.accounting.RowResult;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Four ways to calculate one plant-year; each gives the sums of all sources.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Contenders {

  private static final String METHOD = "gbt-32151-5@2015";

  /// The rows everybody calculates.
  @State(Scope.Benchmark)
  public static class Rows {

    @Param({"STEEL", "LARGE"})
    PlantYear size = PlantYear.STEEL;

    final MethodEdition edition = Standards.packaged().edition(METHOD).require();
    final SpelFormulas spel = new SpelFormulas();
    AccountingInput input = new AccountingInput(Map.of(), List.of());
    List<PlainRow> plain = List.of();

    @Setup(Level.Trial)
    public void read() {
      input = size.input();
      plain = PlainRow.of(input);
    }

    int sources() {
      return input.rows().size();
    }
  }

  /// The same rows as a workbook, written before the clock starts.
  @State(Scope.Benchmark)
  public static class Workbook {

    Sheet sheet = new Sheet(List.of(), 0);

    @Setup(Level.Trial)
    public void write(Rows rows) {
      sheet = new Sheet(rows.plain, rows.sources());
    }
  }

  /// The engine: units checked, defaults and routes chosen, totals, and all that a trace is written
  /// from.
  @Benchmark
  public Inventory tanheng(Rows rows) {
    return switch (Accounting.run(rows.edition, FactorChoice.DEFAULT, rows.input)) {
      case Outcome.Calculated(Inventory inventory) -> inventory;
      case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /// The engine, and the derivation of every row written out as text and LaTeX.
  @Benchmark
  public int tanhengWithEveryTraceWritten(Rows rows) {
    int length = 0;
    for (RowResult row : tanheng(rows).rows()) {
      length += row.trace().toString().length();
    }
    return length;
  }

  @Benchmark
  public BigDecimal[] handWritten(Rows rows) {
    return HandWritten.sums(rows.plain, rows.sources());
  }

  @Benchmark
  public BigDecimal[] spel(Rows rows) {
    return rows.spel.sums(rows.plain, rows.sources());
  }

  @Benchmark
  public double[] poi(Workbook workbook) {
    return workbook.sheet.evaluate();
  }
}
