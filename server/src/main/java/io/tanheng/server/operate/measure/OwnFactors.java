package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.EnterpriseId;
import java.util.List;

/// The enterprise's own factors (企业排放因子) as plans and runs see them; the factor library implements
/// it.
///
/// A [Binding.Factor] whose table is [#TABLE] names one of them: its row is the id.
public interface OwnFactors {
  String TABLE = "enterprise";

  /// All that are or were meant for use, in any state.
  List<OwnFactor> list(EnterpriseId enterprise);
}
