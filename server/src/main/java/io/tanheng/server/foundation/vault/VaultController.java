package io.tanheng.server.foundation.vault;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out vouchers. Images and PDF may be shown in our own pages; nothing in a file may run.
@RestController
class VaultController {
  private final Vault vault;

  VaultController(Vault vault) {
    this.vault = vault;
  }

  @GetMapping("/api/v1/enterprises/{enterpriseId}/vouchers/{digest}")
  @Permission(Right.VOUCHER_READ)
  void download(
      @PathVariable EnterpriseId enterpriseId,
      @PathVariable Digest digest,
      HttpServletResponse response)
      throws IOException {
    Voucher voucher = vault.require(enterpriseId, digest);
    try (InputStream content = vault.open(enterpriseId, digest)) {
      ContentDisposition.Builder disposition =
          voucher.type().isShown() ? ContentDisposition.inline() : ContentDisposition.attachment();
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          disposition.filename(voucher.name(), StandardCharsets.UTF_8).build().toString());
      response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'");
      response.setHeader("X-Frame-Options", "SAMEORIGIN");
      response.setContentType(voucher.type().mediaType());
      response.setContentLengthLong(voucher.size());
      content.transferTo(response.getOutputStream());
    }
  }
}
