/// Problems (问题): what a caller can act on, said in Chinese and English, and how a refused request
/// becomes an RFC 9457 response. Entry points: [ProblemCode], [ProblemException], [Problem].
@ApplicationModule(
    id = "problem",
    allowedDependencies = {})
@NullMarked
package io.tanheng.server.foundation.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
