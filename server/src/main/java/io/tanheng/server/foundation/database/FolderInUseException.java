package io.tanheng.server.foundation.database;

import java.io.IOException;
import java.nio.file.Path;

/// The data folder is open in another server.
public final class FolderInUseException extends IOException {
  private final transient Path folder;

  FolderInUseException(Path folder) {
    super("another Tanheng server is using " + folder);
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }
}
