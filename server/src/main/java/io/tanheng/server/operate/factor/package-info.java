/// The factor library (排放因子库, guideline 6.3.1): the factors of the catalogue with where they are
/// used and who confirmed them, and the enterprise's own factors with proof, validity and approval.
/// Entry points: [EnterpriseFactors], [FactorConfirmations].
@ApplicationModule(
    id = "factor",
    allowedDependencies = {
      "problem",
      "wire",
      "identity",
      "approval",
      "vault",
      "organization",
      "measure",
      "inventory"
    })
@NullMarked
package io.tanheng.server.operate.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
