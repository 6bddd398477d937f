/// Exact quantities whose units carry dimension and substance; knows nothing else.
///
/// Entry points: [Units] reads units, [Quantity] calculates, [Rational] is the exact number under
/// both. [Problem] is here as well, because every module reports problems and this one is below
/// them all.
@NullMarked
package io.tanheng.units;

import org.jspecify.annotations.NullMarked;
