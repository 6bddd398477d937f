package io.tanheng.server.operate.report;

import io.tanheng.server.operate.report.content.ReportContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// SHA-256 over everything a report says; what a signature stands for.
@Component
class ContentDigest {
  private final JsonMapper json;

  ContentDigest(JsonMapper json) {
    this.json = json;
  }

  String of(ReportContent content) {
    return of(json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
