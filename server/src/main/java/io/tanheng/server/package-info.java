/// The Tanheng server: one Spring Boot application whose modules follow the chapters of the
/// guideline. Entry point: [TanhengServer].
@NullMarked
package io.tanheng.server;

import org.jspecify.annotations.NullMarked;
