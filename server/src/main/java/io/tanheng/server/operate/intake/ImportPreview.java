package io.tanheng.server.operate.intake;

import io.tanheng.server.foundation.problem.Problem;
import java.util.List;
import java.util.Optional;

/// An import as a person sees it.
///
/// @param plan absent when the file could not be read, or was not kept
record ImportPreview(ImportHead head, Optional<ImportPlan> plan, List<Problem> problems) {
  ImportPreview {
    problems = List.copyOf(problems);
  }
}
