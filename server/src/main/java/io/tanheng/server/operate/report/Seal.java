package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM. A sealed file is `TANHENG1`, 12 bytes of nonce, then text and tag; what it belongs
/// to is bound in, so that one archive cannot stand in for another.
final class Seal {
  private static final byte[] MAGIC = "TANHENG1".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private Seal() {}

  static byte[] seal(SecretKey key, byte[] plain, String belongsTo) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, belongsTo).doFinal(plain);
      return ByteBuffer.allocate(MAGIC.length + NONCE + sealed.length)
          .put(MAGIC)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The text; refused when a single bit was altered or the key is another.
  static byte[] open(SecretKey key, byte[] file, String belongsTo) {
    int head = MAGIC.length + NONCE;
    if (file.length < head || !Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC)) {
      throw new ProblemException(ReportProblem.ARCHIVE_DAMAGED);
    }
    byte[] nonce = Arrays.copyOfRange(file, MAGIC.length, head);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, belongsTo)
          .doFinal(file, head, file.length - head);
    } catch (AEADBadTagException altered) {
      ProblemException refused = new ProblemException(ReportProblem.ARCHIVE_DAMAGED);
      refused.initCause(altered);
      throw refused;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String belongsTo)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
