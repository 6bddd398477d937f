/// Evaluation of results (核算结果评估, guideline 6.3.3): a run held against its uncertainty, the
/// allowance, flue-gas measurement, benchmarks and base year, and the record of missing data. Entry
/// points: [Uncertainties], [Allowances], [Benchmarks], [BaseYears], [DataGaps], [FlueGas].
///
/// An evaluation never changes a run; every figure of a run comes from `inventory`.
@ApplicationModule(
    id = "evaluation",
    allowedDependencies = {"problem", "wire", "identity", "organization", "inventory"})
@NullMarked
package io.tanheng.server.operate.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
