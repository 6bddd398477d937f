/// Text to parsed, unit-checked, compiled formula, evaluated and explained.
@NullMarked
package io.tanheng.formula;

import org.jspecify.annotations.NullMarked;
