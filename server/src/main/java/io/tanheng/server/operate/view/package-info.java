/// Views of an inventory by other standards (其他标准的视角): the six categories of ISO 14064-1 and the
/// categories of the general rule, with what the method does not calculate entered beside it. Entry
/// point: [Views].
///
/// A view never changes a run; contracts for electricity stand beside the result and never in it.
@ApplicationModule(
    id = "view",
    allowedDependencies = {"problem", "wire", "identity", "inventory"})
@NullMarked
package io.tanheng.server.operate.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
