package io.tanheng.server.operate.report;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of reports.
///
/// @param link where people reach this server, for the QR code of a report
/// @param archiveKey file with the key of the archives; made at first use, outside of the database
@ConfigurationProperties("tanheng.report")
record ReportProperties(
    @DefaultValue("http://127.0.0.1:8080") String link,
    @DefaultValue("data/archive.key") Path archiveKey) {}
