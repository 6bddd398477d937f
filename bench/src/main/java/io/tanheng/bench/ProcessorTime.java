package io.tanheng.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Measures the processor time of the contenders one after the other, and takes the median of the
/// later rounds.
///
/// On a busy machine clock time says more about the others than about us. Processor time of the
/// calculating thread is steadier. Garbage collection of other threads is not in it.
final class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, Supplier<Object>> contenders = new LinkedHashMap<>();
  private final PlantYear size;

  ProcessorTime(PlantYear size) {
    this.size = size;
    var rows = new Contenders.Rows();
    rows.size = size;
    rows.read();
    var workbook = new Contenders.Workbook();
    workbook.write(rows);
    var all = new Contenders();
    contenders.put("tanheng", () -> all.tanheng(rows));
    contenders.put("tanhengWithEveryTraceWritten", () -> all.tanhengWithEveryTraceWritten(rows));
    contenders.put("handWritten", () -> all.handWritten(rows));
    contenders.put("spel", () -> all.spel(rows));
    contenders.put("poi", () -> all.poi(workbook));
  }

  /// The table of `docs/performance.md` for one size.
  List<String> table() {
    Map<String, Double> millis = new LinkedHashMap<>();
    boolean small = size == PlantYear.STEEL;
    contenders.forEach((name, run) -> {
      boolean slow = name.equals("poi") || name.endsWith("Written");
      int rounds = small ? (slow ? 60 : 15_000) : (slow ? 5 : 60);
      millis.put(name, median(run, rounds));
    });
    double engine = millis.getOrDefault("tanheng", Double.NaN);
    List<String> lines = new ArrayList<>();
    lines.add(
        "| %s, %,d rows | per plant-year | rows per second | time against the engine |"
            .formatted(size, size.rows()));
    lines.add("|---|---:|---:|---:|");
    millis.forEach((name, time) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %,.2f ms | %,.0f | %.2f |",
                name,
                time,
                size.rows() / time * 1e3,
                time / engine)));
    return lines;
  }

  private static double median(Supplier<Object> run, int rounds) {
    var nanos = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      long before = THREADS.getCurrentThreadCpuTime();
      Object result = run.get();
      nanos[i] = THREADS.getCurrentThreadCpuTime() - before;
      if (result.hashCode() == Integer.MIN_VALUE + i) {
        throw new IllegalStateException("never so, but the result must be used");
      }
    }
    long[] later = Arrays.copyOfRange(nanos, rounds / 2, rounds);
    Arrays.sort(later);
    return later[later.length / 2] / 1e6;
  }
}
