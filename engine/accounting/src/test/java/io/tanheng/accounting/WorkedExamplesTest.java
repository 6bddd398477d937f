package io.tanheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.standard.Catalogue;
import io.tanheng.standard.EditionStatus;
import io.tanheng.standard.MethodEdition;
import io.tanheng.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs the worked examples of every edition, and those of a folder beside the repository when it
/// is there.
class WorkedExamplesTest {

  private static final Catalogue CATALOGUE = Standards.packaged();
  private static final Path SHARED = Path.of("../../../shared");

  @TestFactory
  Stream<DynamicTest> every_example_of_every_edition_agrees() {
    return CATALOGUE.editionIds().stream()
        .map(id -> CATALOGUE.edition(id).require())
        .flatMap(edition ->
            edition.examples().stream()
                .flatMap(path -> cases(path, CATALOGUE.text(path).orElseThrow()).stream())
                .map(example -> agreeing(example, edition)));
  }

  @Test
  void every_usable_edition_has_a_calculated_and_a_refused_example() {
    for (String id : CATALOGUE.editionIds()) {
      MethodEdition edition = CATALOGUE.edition(id).require();
      if (edition.status() != EditionStatus.TEXT_NOT_CONFIRMED) {
        List<Case> all =
            edition.examples().stream()
                .flatMap(path -> cases(path, CATALOGUE.text(path).orElseThrow()).stream())
                .toList();
        assertThat(all).as(id).anyMatch(c -> !c.expected().results().isEmpty());
        assertThat(all).as(id).anyMatch(c -> !c.expected().problems().isEmpty());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> every_case_beside_the_repository_agrees() throws IOException {
    if (!Files.isDirectory(SHARED)) {
      return Stream.empty();
    }
    return Stream.of(SHARED.resolve("standards/vectors"), SHARED.resolve("samples"))
        .flatMap(WorkedExamplesTest::jsonFiles)
        .flatMap(file -> cases(file.toString(), text(file)).stream())
        .flatMap(example ->
            CATALOGUE.edition(example.method()).find().stream()
                .map(edition -> agreeing(example, edition)));
  }

  private static DynamicTest agreeing(Case example, MethodEdition edition) {
    return DynamicTest.dynamicTest(
        example.method() + " " + example.name(),
        () -> {
          CaseCheck check = CaseCheck.of(example, edition, example.run(edition));

          assertThat(check.compared()).isNotEmpty();
          assertThat(check.differences()).isEmpty();
        });
  }

  private static List<Case> cases(String name, String text) {
    return CaseFile.read(name, text).require();
  }

  private static Stream<Path> jsonFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith("cases.json") || isVector(f))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isVector(Path file) {
    String name = file.getFileName().toString();
    return file.getParent().endsWith("vectors")
        && name.matches("(gbt-32151|mee|ndrc|common-factors).*\\.json");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
