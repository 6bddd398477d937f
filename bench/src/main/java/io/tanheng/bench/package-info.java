/// Measures the engine against other ways to calculate the same plant-year. Entry point: [Bench];
/// results stand in `docs/performance.md`.
@NullMarked
package io.tanheng.bench;

import org.jspecify.annotations.NullMarked;
