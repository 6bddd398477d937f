package io.tanheng.standard;

import java.nio.file.Path;

/// Entry point: opens the files of the standards.
public final class Standards {

  private Standards() {}

  /// The standards in a folder laid out as `standards/FORMAT.md` says.
  public static Catalogue in(Path root) {
    return new Catalogue(StandardFiles.in(root));
  }

  /// The standards packaged with the product.
  public static Catalogue packaged() {
    return packaged(Standards.class.getClassLoader());
  }

  /// The standards below `standards/` that the class loader sees.
  public static Catalogue packaged(ClassLoader loader) {
    return new Catalogue(StandardFiles.packaged(loader));
  }
}
