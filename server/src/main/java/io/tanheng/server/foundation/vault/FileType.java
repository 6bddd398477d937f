package io.tanheng.server.foundation.vault;

import java.util.Locale;
import java.util.Set;

/// Types of files the vault takes, told by their content, not by their name.
public enum FileType {
  PDF("application/pdf", true, Set.of("pdf")),
  PNG("image/png", true, Set.of("png")),
  JPEG("image/jpeg", true, Set.of("jpg", "jpeg")),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, Set.of("xlsx")),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      false,
      Set.of("docx")),
  CSV("text/csv", false, Set.of("csv")),
  TXT("text/plain", false, Set.of("txt", "log"));

  private final String mediaType;
  private final boolean shown;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> extensions;

  FileType(String mediaType, boolean shown, Set<String> extensions) {
    this.mediaType = mediaType;
    this.shown = shown;
    this.extensions = extensions;
  }

  public String mediaType() {
    return mediaType;
  }

  /// Whether a browser may show it in place; everything else is only downloaded.
  public boolean isShown() {
    return shown;
  }

  boolean fitsName(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot >= 0 && extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
