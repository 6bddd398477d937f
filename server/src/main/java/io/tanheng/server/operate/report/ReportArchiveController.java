package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Encrypted archives of final reports.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/reports/{reportId}/archives")
class ReportArchiveController {
  private final ReportArchives archives;
  private final ReportView view;

  ReportArchiveController(ReportArchives archives, ReportView view) {
    this.archives = archives;
    this.view = view;
  }

  @PostMapping
  @Permission(Right.REPORT_ARCHIVE)
  @ResponseStatus(HttpStatus.CREATED)
  ReportResponse archive(
      CallContext call, @PathVariable ReportId reportId, ExpectedVersion revision) {
    archives.archive(call, reportId, revision.value());
    return view.show(call.enterprise(), reportId, null);
  }

  /// Opens the archive and compares it with what was put in.
  @PostMapping("/{archiveId}/restore")
  @Permission(Right.REPORT_ARCHIVE)
  ReportResponse restore(
      CallContext call, @PathVariable ReportId reportId, @PathVariable UUID archiveId) {
    archives.restore(call, reportId, archiveId);
    return view.show(call.enterprise(), reportId, null);
  }

  /// The encrypted file, to be kept elsewhere.
  @GetMapping("/{archiveId}/archive.bin")
  @Permission(Right.REPORT_ARCHIVE)
  ResponseEntity<byte[]> export(
      CallContext call, @PathVariable ReportId reportId, @PathVariable UUID archiveId) {
    return ReportController.download(
        MediaType.APPLICATION_OCTET_STREAM,
        "report-archive-" + archiveId + ".bin",
        archives.sealed(call.enterprise(), reportId, archiveId));
  }
}
