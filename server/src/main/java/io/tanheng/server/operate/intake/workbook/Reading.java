package io.tanheng.server.operate.intake.workbook;

import java.util.List;

/// The outcome of reading an uploaded file.
public sealed interface Reading {
  record Read(Workbook workbook) implements Reading {}

  record Refused(List<Finding> findings) implements Reading {
    public Refused {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs at least one finding");
      }
    }
  }
}
