package io.tanheng.server.foundation.vault;

/// SHA-256 of a file's content in lower-case hexadecimal.
public record Digest(String hex) {
  public Digest {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
    }
  }

  public static Digest of(String text) {
    return new Digest(text);
  }

  @Override
  public String toString() {
    return hex;
  }
}
