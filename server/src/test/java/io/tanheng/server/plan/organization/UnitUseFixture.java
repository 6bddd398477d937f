package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/// Stands for a module that points at units.
@TestComponent
public class UnitUseFixture implements UnitUse {
  static volatile @Nullable UnitId used;

  @Override
  public List<Text> usesAfter(EnterpriseId enterprise, UnitId unit, LocalDate lastDay) {
    return unit.equals(used) ? List.of(new Text("监测参数 煤气", "parameter gas")) : List.of();
  }
}
