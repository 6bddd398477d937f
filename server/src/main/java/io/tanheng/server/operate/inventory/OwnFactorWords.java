package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.OwnFactor;
import io.tanheng.server.operate.measure.OwnFactors;
import io.tanheng.standard.Citation;
import io.tanheng.standard.Confidence;
import io.tanheng.standard.Factor;
import io.tanheng.standard.Reference;

/// A factor of the enterprise in the form of the catalogue, so that the engine and the trace treat
/// it alike. What it rests on was seen and approved here, so it counts as verified.
final class OwnFactorWords {
  private static final io.tanheng.units.Text TABLE_TITLE =
      new io.tanheng.units.Text("企业排放因子", "Factors of the enterprise");

  private OwnFactorWords() {}

  static Factor factor(OwnFactor own, String column) {
    Confidence confidence = own.approved() ? Confidence.VERIFIED : Confidence.UNSURE;
    Citation citation = new Citation(own.id(), words(own.proof()), confidence);
    return new Factor(
        OwnFactors.TABLE,
        TABLE_TITLE,
        own.id(),
        words(own.name()),
        column,
        new io.tanheng.units.Text(column, column),
        own.value(),
        own.printed(),
        new Reference(citation, confidence));
  }

  private static io.tanheng.units.Text words(Text text) {
    return new io.tanheng.units.Text(text.zh(), text.en());
  }
}
