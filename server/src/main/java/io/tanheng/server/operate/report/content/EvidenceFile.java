package io.tanheng.server.operate.report.content;

import io.tanheng.server.operate.report.layout.ReportLayout.EvidenceItem;
import java.util.Set;

/// A file that proves a ledger line of the month; without a file, the line that has none.
///
/// @param sources of methods that the parameter feeds
/// @param kind of the parameter
/// @param digest SHA-256, empty where there is no file
/// @param storedAt the day the file came
public record EvidenceFile(
    String parameter,
    Set<String> sources,
    String kind,
    String name,
    String digest,
    long size,
    String storedAt,
    String storedBy) {
  public EvidenceFile {
    sources = Set.copyOf(sources);
  }

  public boolean exists() {
    return !digest.isEmpty();
  }

  public boolean belongsTo(EvidenceItem item) {
    return item.kinds().contains(kind)
        && (item.sources().isEmpty() || item.sources().stream().anyMatch(sources::contains));
  }
}
