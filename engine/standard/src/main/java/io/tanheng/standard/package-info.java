/// A method edition loaded from data files: sources, inputs with routes, defaults, totals,
/// citations.
@NullMarked
package io.tanheng.standard;

import org.jspecify.annotations.NullMarked;
