package io.tanheng.server.operate.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an enterprise enters for a view of a year, beside what its method calculates.
///
/// @param amounts indirect emissions, biogenic CO2 and the like
/// @param contracts for purchased electricity
/// @param residual what no contract covers; absent where there are no contracts
/// @param criteria of significance; absent where nobody has set any
/// @param judgements of kinds of indirect emissions by the criteria
public record ViewEntries(
    List<Amount> amounts,
    List<Contract> contracts,
    @Nullable Residual residual,
    @Nullable Criteria criteria,
    List<Judgement> judgements) {
  static final ViewEntries NONE = new ViewEntries(List.of(), List.of(), null, null, List.of());

  public ViewEntries {
    amounts = List.copyOf(amounts);
    contracts = List.copyOf(contracts);
    judgements = List.copyOf(judgements);
  }

  /// An amount in tCO2e.
  ///
  /// @param place a part of a category, or a memo
  /// @param basis where it comes from
  public record Amount(String place, String name, String gas, BigDecimal tonnes, String basis) {}

  /// Electricity bought under a contract or with certificates.
  ///
  /// @param mwh in MWh
  /// @param factor in tCO2/MWh
  /// @param reference number of the certificate or contract
  public record Contract(ContractKind kind, BigDecimal mwh, BigDecimal factor, String reference) {}

  /// Ways of buying electricity by its origin.
  public enum ContractKind {
    /// 绿证.
    CERTIFICATE,
    /// 绿电交易.
    GREEN_POWER,
    /// 直供.
    DIRECT_LINE
  }

  /// The factor of electricity no contract covers, in tCO2/MWh.
  public record Residual(BigDecimal factor, String basis) {}

  /// How significance is told: weights by criterion, the score that suffices, and the share of
  /// direct and energy emissions in percent that suffices by itself.
  public record Criteria(
      Map<String, BigDecimal> weights, BigDecimal threshold, BigDecimal largePercent) {
    public Criteria {
      weights = Map.copyOf(weights);
    }
  }

  /// Scores from 0 to 3 by criterion.
  ///
  /// @param place a part of an indirect category
  /// @param excluded why emissions that are significant are not stated
  public record Judgement(String place, Map<String, BigDecimal> scores, @Nullable String excluded) {
    public Judgement {
      scores = Map.copyOf(scores);
    }
  }
}
