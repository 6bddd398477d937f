package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import java.time.LocalDate;
import java.util.List;

/// Asked before a unit leaves the boundary: who still needs it. Modules that point at units have a
/// bean of this type.
public interface UnitUse {
  /// What uses the unit on a day after `lastDay`, named so that a person finds it.
  List<Text> usesAfter(EnterpriseId enterprise, UnitId unit, LocalDate lastDay);
}
