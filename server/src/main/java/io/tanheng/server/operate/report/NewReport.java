package io.tanheng.server.operate.report;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What to compile.
///
/// @param period a year `2025`, or a month `2025-06` for monthly evidence
/// @param method the edition; where none is named, the first one the enterprise reports by
/// @param inventory the run; the present one of the whole year where none is named
/// @param template the enterprise's own; that of the house where none is named
/// @param entered what the report says beside figures, by field of the layout
public record NewReport(
    ReportKind kind,
    String period,
    @Nullable String method,
    @Nullable UUID inventory,
    @Nullable UUID template,
    Map<String, String> entered) {
  public NewReport {
    entered = Map.copyOf(entered);
  }
}
