/// Quantities whose units carry a dimension and a substance.
@NullMarked
package io.tanheng.units;

import org.jspecify.annotations.NullMarked;
