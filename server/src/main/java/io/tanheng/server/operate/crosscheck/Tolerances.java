package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.ParameterKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How far ledger and documents may differ before a person has to explain it, in per cent of the
/// ledger value: per kind of parameter, and for a year's invoices above their contract.
///
/// The defaults are data, `tolerances.json` beside this class, with where they come from.
record Tolerances(List<Tolerance> all) {
  /// The subject of the tolerance of contracts; the others are the names of [ParameterKind].
  static final String CONTRACT = "CONTRACT";

  private static final List<Stated> DEFAULTS = load();

  /// A default with its source.
  record Stated(String subject, BigDecimal percent, String confidence, Text source) {}

  /// What an enterprise chose instead.
  record Chosen(
      String subject, int version, BigDecimal percent, String reason, AccountId by, Instant at) {}

  /// The tolerance that holds.
  record Tolerance(Stated stated, @Nullable Chosen chosen) {
    BigDecimal percent() {
      return chosen == null ? stated.percent() : chosen.percent();
    }
  }

  static Tolerances with(List<Chosen> chosen) {
    return new Tolerances(
        DEFAULTS.stream()
            .map(stated ->
                new Tolerance(
                    stated,
                    chosen.stream()
                        .filter(one -> one.subject().equals(stated.subject()))
                        .findFirst()
                        .orElse(null)))
            .toList());
  }

  Optional<Tolerance> find(String subject) {
    return all.stream().filter(one -> one.stated().subject().equals(subject)).findFirst();
  }

  BigDecimal of(ParameterKind kind) {
    return percent(kind.name());
  }

  BigDecimal ofContracts() {
    return percent(CONTRACT);
  }

  private BigDecimal percent(String subject) {
    return find(subject)
        .orElseThrow(() -> new IllegalStateException("no tolerance of " + subject))
        .percent();
  }

  private static List<Stated> load() {
    try (InputStream stream = Tolerances.class.getResourceAsStream("tolerances.json")) {
      if (stream == null) {
        throw new IllegalStateException("no resource tolerances.json");
      }
      return JsonMapper.builder().build().readValue(stream, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
