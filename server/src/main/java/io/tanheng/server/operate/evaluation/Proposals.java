package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Uncertainties an entry form may offer, with where they come from. Data: `proposals.json` beside
/// this class. None is used unless a person enters it.
final class Proposals {
  static final List<Proposal> ALL = load();

  private Proposals() {}

  /// @param confidence verified, recalled or unsure
  record Proposal(
      String id,
      Text name,
      UncertainInput.StatedAs statedAs,
      BigDecimal percent,
      String confidence,
      Text source) {}

  private static List<Proposal> load() {
    try (InputStream stream = Proposals.class.getResourceAsStream("proposals.json")) {
      if (stream == null) {
        throw new IllegalStateException("no resource proposals.json");
      }
      return JsonMapper.builder().build().readValue(stream, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
