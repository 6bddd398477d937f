package io.tanheng.server.operate.view;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.units.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run in the order of a view, as reports read it. Amounts are exact and in tCO2e, electricity in
/// MWh.
///
/// @param gases the first category by gas: direct emissions
/// @param memos beside the categories, such as biogenic CO2
/// @param reconciliation what leads from the total of the method to that of the view
/// @param electricity by contracts; absent without contracts
/// @param judged indirect emissions held against the criteria
/// @param entries version of what was entered beside the run; 0 where nothing was
public record ViewSnapshot(
    Text title,
    List<Category> categories,
    Map<String, Rational> gases,
    List<Part> memos,
    Rational total,
    Rational methodTotal,
    List<Line> reconciliation,
    @Nullable Electricity electricity,
    List<Judged> judged,
    int entries) {
  public ViewSnapshot {
    categories = List.copyOf(categories);
    gases = Collections.unmodifiableMap(new LinkedHashMap<>(gases));
    memos = List.copyOf(memos);
    reconciliation = List.copyOf(reconciliation);
    judged = List.copyOf(judged);
  }

  public record Category(String id, Text name, Rational sum, List<Part> parts) {
    public Category {
      parts = List.copyOf(parts);
    }
  }

  public record Part(String id, Text name, Rational sum, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /// One source or entered amount in its place.
  ///
  /// @param source of the method; absent for what was entered
  public record Line(
      @Nullable String source, Text name, String gas, Rational value, @Nullable Text remark) {}

  public record Electricity(
      String source,
      Text name,
      Rational bought,
      Rational covered,
      Rational residual,
      Rational location,
      Rational market) {}

  /// A kind of indirect emissions held against the criteria.
  ///
  /// @param share of direct emissions and imported energy
  /// @param excluded why it is not stated though significant
  public record Judged(
      Text name,
      Rational sum,
      Rational share,
      Rational score,
      boolean significant,
      @Nullable String excluded) {}
}
