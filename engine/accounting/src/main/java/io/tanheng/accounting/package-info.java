/// The one place where emissions are computed: inputs, method edition and factors to an inventory
/// with its full trace.
@NullMarked
package io.tanheng.accounting;

import org.jspecify.annotations.NullMarked;
