/// The command line: calculate, check and lint without server, database or network.
@NullMarked
package io.tanheng.cli;

import org.jspecify.annotations.NullMarked;
