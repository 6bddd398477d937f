package io.tanheng.server.operate.intake.workbook;

/// What an uploaded file may at most be; everything beyond is refused before it is inflated or
/// parsed.
///
/// Choices of this product: a plant's yearly ledger has some hundred rows and about twenty columns.
public record Limits(
    long fileBytes, long unpackedBytes, int compressionRatio, int sheets, int rows, int columns) {
  public static final Limits STATED =
      new Limits(10L * 1024 * 1024, 50L * 1024 * 1024, 100, 50, 5_000, 200);

  /// Small parts of repeated cells compress well without being a bomb; the ratio counts from this
  /// size on.
  static final long RATIO_COUNTS_FROM_BYTES = 1024L * 1024;

  String fileMegabytes() {
    return Long.toString(fileBytes / (1024 * 1024));
  }

  String unpackedMegabytes() {
    return Long.toString(unpackedBytes / (1024 * 1024));
  }
}
