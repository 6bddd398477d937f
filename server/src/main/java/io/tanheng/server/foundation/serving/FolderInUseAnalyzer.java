package io.tanheng.server.foundation.serving;

import io.tanheng.server.foundation.database.FolderInUseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says plainly that another server works on the same data.
@Order(Ordered.HIGHEST_PRECEDENCE)
class FolderInUseAnalyzer extends AbstractFailureAnalyzer<FolderInUseException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, FolderInUseException inUse) {
    return new FailureAnalysis(
        "数据目录 %1$s 正由另一个碳衡服务使用。%nAnother Tanheng server is using the data folder %1$s."
            .formatted(inUse.folder()),
        """
        请使用已在运行的那个服务，或先停止它；要另起一套数据，请用 TANHENG_DATA 指定别的目录。
        Use the server that is running, or stop it first; for separate data name another folder in TANHENG_DATA.\
        """,
        inUse);
  }
}
