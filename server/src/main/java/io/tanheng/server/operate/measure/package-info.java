/// Monitoring parameters (监测参数) and method plans: what is watched at which unit, and which
/// parameter feeds which input of which method (guideline 6.1). Entry points: [Parameters],
/// [MethodPlans].
@ApplicationModule(
    id = "measure",
    allowedDependencies = {"problem", "wire", "identity", "organization"})
@NullMarked
package io.tanheng.server.operate.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
