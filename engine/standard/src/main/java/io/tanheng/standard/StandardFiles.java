package io.tanheng.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Where the files of the standards are read from: a folder, or the packaged resources.
interface StandardFiles {

  /// The text of a file, by its path below the root with `/`.
  Optional<String> read(String path);

  /// The paths of all files below the root, sorted.
  List<String> list();

  /// The name of a file in messages.
  String shown(String path);

  static StandardFiles in(Path root) {
    return new FolderFiles(root);
  }

  /// The resources below `standards/` that the class loader sees.
  static StandardFiles packaged(ClassLoader loader) {
    return new PackagedFiles(loader);
  }

  record FolderFiles(Path root) implements StandardFiles {

    @Override
    public Optional<String> read(String path) {
      Path file = root.resolve(path);
      try {
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<String> list() {
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .filter(path -> !path.startsWith("target/") && !path.startsWith("src/"))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String shown(String path) {
      return root.resolve(path).toString();
    }
  }

  record PackagedFiles(ClassLoader loader) implements StandardFiles {

    private static final String ROOT = "standards/";
    private static final String KNOWN = ROOT + "common/symbols.yaml";

    @Override
    public Optional<String> read(String path) {
      try (InputStream in = loader.getResourceAsStream(ROOT + path)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<String> list() {
      URL known = loader.getResource(KNOWN);
      if (known == null) {
        return List.of();
      }
      try {
        if (known.openConnection() instanceof JarURLConnection connection) {
          return list(connection);
        }
        Path file = Path.of(URI.create(known.toString()));
        return new FolderFiles(file.resolve("../..").normalize()).list();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String shown(String path) {
      return ROOT + path;
    }

    private static List<String> list(JarURLConnection connection) throws IOException {
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(ROOT) && !name.endsWith("/"))
            .map(name -> name.substring(ROOT.length()))
            .sorted()
            .toList();
      }
    }
  }
}
