/// What tests of several modules share: vectors of the standards, seeded generators, the clause
/// mark.
@NullMarked
package io.tanheng.testkit;

import org.jspecify.annotations.NullMarked;
