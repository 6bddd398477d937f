/// Organization (5.1) and accounting boundary (核算边界, 6.3.1-a): groups, enterprises, and the tree of
/// units from site over process to facility. Entry points: [Enterprises], [Boundary].
@ApplicationModule(
    id = "organization",
    allowedDependencies = {"problem", "wire", "identity"})
@NullMarked
package io.tanheng.server.plan.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
