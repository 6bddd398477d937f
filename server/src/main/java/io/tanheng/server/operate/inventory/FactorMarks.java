package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import java.util.Map;

/// Marks of factors that somebody at an enterprise raised by looking into the printed standard; the
/// factor library implements it. Stored runs stay as they are: a mark is shown with a trace, not
/// written into it.
public interface FactorMarks {
  /// By whom, when and where each was confirmed, in words, by the factor's id and printed value
  /// (`table#row.column=0.440`).
  Map<String, Text> list(EnterpriseId enterprise);
}
