/// Approval and countersigning (审批, 会签) of anything that needs it: documents, plans, reports, data
/// corrections, factors. One mechanism: ordered steps by role or person, rules about who may not,
/// delegation, and a record of every act. Entry points: [Approvals] to submit and to ask,
/// [ApprovalSubject] for the module that owns what is approved, [ApprovalMoved] to react.
@ApplicationModule(
    id = "approval",
    allowedDependencies = {"problem", "wire", "identity"})
@NullMarked
package io.tanheng.server.foundation.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
