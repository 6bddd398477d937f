/// Reports (排放报告, guideline 6.3.2): compiled from a stored inventory in the layout its standard
/// asks for, checked, reviewed across departments, approved, handed in, revised after verification,
/// and archived encrypted. Entry point: [Reports].
///
/// A report computes no emission: every printed figure is a value of the inventory run it is pinned
/// to, rounded once, and names the trace it comes from.
@ApplicationModule(
    id = "report",
    allowedDependencies = {
      "approval",
      "problem",
      "wire",
      "identity",
      "vault",
      "organization",
      "measure",
      "ledger",
      "inventory",
      "view"
    })
@NullMarked
package io.tanheng.server.operate.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
