/// Benchmarks of the engine (JMH). Compiled with everything, run by hand.
@NullMarked
package io.tanheng.bench;

import org.jspecify.annotations.NullMarked;
