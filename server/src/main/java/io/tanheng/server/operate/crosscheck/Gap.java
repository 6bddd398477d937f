package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something the completeness check found: bought, standing in the boundary or named by the method,
/// but without a row in the method plan.
///
/// @param figures digest of what it is, not of how much, so that an answer lasts over the months
/// @param unitId the boundary unit, where it is about one
/// @param parameterId the parameter, where it is about one
record Gap(
    SubjectId id,
    GapProblem kind,
    String method,
    Text subject,
    Problem finding,
    String figures,
    @Nullable UUID unitId,
    @Nullable UUID parameterId) {}
