package io.tanheng.server.operate.intake.workbook;

import java.util.List;
import java.util.Optional;

/// What kind of quantity a series is and whether it may be negative: from its parameter, or from
/// its words.
public record Meaning(Kind kind, boolean mayBeNegative) {
  /// How the months of a series relate to each other.
  public enum Kind {
    FLOW,
    STOCK,
    QUALITY,
    OUTPUT,
    STATE
  }

  /// The meaning its words suggest.
  public static Meaning of(Series series, Vocabulary vocabulary) {
    boolean mayBeNegative = vocabulary.mentionsAny("sign.any", series.labels());
    return new Meaning(kind(series, vocabulary), mayBeNegative);
  }

  private static Kind kind(Series series, Vocabulary vocabulary) {
    List<String> last = List.of(series.lastLabel());
    if (vocabulary.mentionsAny("kind.stock", last)) {
      return Kind.STOCK;
    }
    if (vocabulary.mentions("kind.sheet.quality", series.sheet())) {
      return Kind.QUALITY;
    }
    if (vocabulary.mentionsAny("kind.state", last)) {
      return Kind.STATE;
    }
    if (vocabulary.mentionsAny("kind.quality", last)) {
      return Kind.QUALITY;
    }
    if (vocabulary.mentionsAny("kind.output", last)
        || Optional.of(series.sheet())
            .filter(sheet -> vocabulary.mentions("kind.sheet.output", sheet))
            .filter(_ -> !vocabulary.mentions("flow.out", series.lastLabel()))
            .isPresent()) {
      return Kind.OUTPUT;
    }
    return Kind.FLOW;
  }
}
