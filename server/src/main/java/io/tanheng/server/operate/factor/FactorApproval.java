package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.approval.ApprovalSubject;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.factor.EnterpriseFactor.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Factors of the enterprise as things to approve.
@Component
class FactorApproval implements ApprovalSubject {
  private final EnterpriseFactorStore store;

  FactorApproval(EnterpriseFactorStore store) {
    this.store = store;
  }

  @Override
  public String type() {
    return EnterpriseFactors.SUBJECT;
  }

  @Override
  public Right submitRight() {
    return Right.FACTOR_EDIT;
  }

  @Override
  public Optional<Facts> find(EnterpriseId enterprise, UUID id) {
    return store
        .find(enterprise, new EnterpriseFactorId(id))
        .filter(EnterpriseFactor::isChangeable)
        .map(FactorApproval::facts);
  }

  private static Facts facts(EnterpriseFactor factor) {
    Content content = factor.content();
    String figure = content.symbol() + " = " + content.printed() + " " + content.unit();
    return new Facts(
        new Text(content.name().zh() + " " + figure, content.name().en() + " " + figure),
        factor.version(),
        digest(factor),
        Set.copyOf(List.of(factor.enteredBy(), factor.changedBy())),
        Set.of(),
        "factors/own/" + factor.id());
  }

  /// SHA-256 over everything a signature stands for, each part with its length.
  static String digest(EnterpriseFactor factor) {
    Content content = factor.content();
    StringBuilder canonical = new StringBuilder();
    for (Object part :
        List.of(
            factor.id(),
            content.name().zh(),
            content.name().en(),
            content.kind(),
            Optional.ofNullable(content.factorSet()).orElse(""),
            content.method(),
            content.source(),
            content.symbol(),
            Optional.ofNullable(content.facilityUnitId()).map(UUID::toString).orElse(""),
            content.printed(),
            content.unit(),
            content.validFrom(),
            content.validTo(),
            content.laboratory(),
            content.reportNumber(),
            Optional.ofNullable(content.reportDigest()).orElse(""),
            content.remark())) {
      String text = part.toString();
      canonical.append(text.length()).append(':').append(text).append('\n');
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
