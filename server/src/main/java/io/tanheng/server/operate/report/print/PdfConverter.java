package io.tanheng.server.operate.report.print;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Turns documents into PDF with LibreOffice, where the machine has it. One at a time: the program
/// takes much memory.
public final class PdfConverter {
  private static final List<String> NAMES = List.of("soffice", "libreoffice");
  private static final int SECONDS = 90;

  private final Path program;
  private final Semaphore turn = new Semaphore(1, true);

  private PdfConverter(Path program) {
    this.program = program;
  }

  /// The LibreOffice on the search path; empty where there is none.
  public static Optional<PdfConverter> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String name : NAMES) {
        Path program = Path.of(folder).resolve(name);
        if (Files.isExecutable(program)) {
          return Optional.of(new PdfConverter(program));
        }
      }
    }
    return Optional.empty();
  }

  /// Converts a file, named by its extension, into another kind: `docx` to `pdf`; `xlsx` to `xlsx`
  /// computes its formulas.
  public byte[] convert(byte[] content, String from, String to) {
    return convertAll(List.of(content), from, to).getFirst();
  }

  /// Converts several files of one kind in one run of the program, whose start costs most.
  public List<byte[]> convertAll(List<byte[]> contents, String from, String to) {
    turn.acquireUninterruptibly();
    try {
      Path folder = Files.createTempDirectory("tanheng-office");
      try {
        return convert(folder, contents, from, to);
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      turn.release();
    }
  }

  private List<byte[]> convert(Path folder, List<byte[]> contents, String from, String to)
      throws IOException {
    Path made = folder.resolve("made");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                to,
                "--outdir",
                made.toString()));
    for (int i = 0; i < contents.size(); i++) {
      Path source = folder.resolve("report" + i + "." + from);
      command.add(Files.write(source, contents.get(i)).toString());
    }
    Path log = folder.resolve("log.txt");
    run(command, log, SECONDS * contents.size());
    List<byte[]> converted = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      Path target = made.resolve("report" + i + "." + to);
      if (!Files.exists(target)) {
        throw new IOException("LibreOffice made no " + to + ": " + Files.readString(log));
      }
      converted.add(Files.readAllBytes(target));
    }
    return converted;
  }

  private static void run(List<String> command, Path log, int seconds) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("LibreOffice took longer than " + seconds + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while converting", e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
