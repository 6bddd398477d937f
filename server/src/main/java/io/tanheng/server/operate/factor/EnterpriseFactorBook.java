package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.factor.EnterpriseFactor.Content;
import io.tanheng.server.operate.factor.EnterpriseFactor.State;
import io.tanheng.server.operate.measure.OwnFactor;
import io.tanheng.server.operate.measure.OwnFactors;
import java.util.List;
import org.springframework.stereotype.Component;

/// The enterprise's factors for plans and runs.
@Component
class EnterpriseFactorBook implements OwnFactors {
  private final EnterpriseFactorStore store;

  EnterpriseFactorBook(EnterpriseFactorStore store) {
    this.store = store;
  }

  @Override
  public List<OwnFactor> list(EnterpriseId enterprise) {
    return store.list(enterprise).stream().map(EnterpriseFactorBook::own).toList();
  }

  private static OwnFactor own(EnterpriseFactor factor) {
    Content content = factor.content();
    return new OwnFactor(
        factor.id().toString(),
        content.name(),
        content.symbol(),
        factor.quantity(),
        content.printed(),
        proof(factor),
        content.validFrom(),
        content.validTo(),
        factor.state() == State.APPROVED);
  }

  /// `企业因子第3号，化验报告 HY-2025-017（厂化验室）`.
  private static Text proof(EnterpriseFactor factor) {
    Content content = factor.content();
    String laboratory = content.laboratory().isBlank() ? "" : content.laboratory();
    String zh = "企业因子第" + factor.number() + "号";
    String en = "factor no. " + factor.number() + " of the enterprise";
    if (!content.reportNumber().isBlank()) {
      zh += "，报告 " + content.reportNumber();
      en += ", report " + content.reportNumber();
    }
    if (!laboratory.isEmpty()) {
      zh += "（" + laboratory + "）";
      en += " (" + laboratory + ")";
    }
    return new Text(zh, en);
  }
}
