package io.tanheng.server.operate.intake.workbook;

import java.util.List;
import java.util.Optional;

/// Whether a flow fills or empties what it belongs to, by the words of its last label.
final class Direction {
  private Direction() {}

  /// True for what comes in, false for what goes out, empty when the words do not say.
  static Optional<Boolean> of(Series series, Vocabulary vocabulary) {
    List<String> last = List.of(series.lastLabel());
    boolean out = vocabulary.mentionsAny("flow.out", last);
    boolean in = vocabulary.mentionsAny("flow.in", last);
    return in == out ? Optional.empty() : Optional.of(in);
  }
}
