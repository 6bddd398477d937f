package io.tanheng.standard;

/// How sure a figure is. A figure marked less than [#VERIFIED] can be confirmed against the printed
/// standard.
public enum Confidence {
  /// Seen in a source that is named.
  VERIFIED,
  /// Remembered, without doubt.
  RECALLED,
  /// Remembered with doubt.
  UNSURE;

  /// The weaker of two.
  public Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
