package io.tanheng.server.operate.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files broken in one way each: the one fault is found where it is, and no other.
class DirtyFilesTest {
  private static final String FOLDER = "/io/tanheng/server/operate/intake/dirty/";

  static Stream<JsonNode> cases() {
    JsonNode expected =
        JsonMapper.builder().build().readTree(WorkbookFixture.resource(FOLDER + "expected.json"));
    return expected.path("cases").valueStream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void finds_the_fault_and_no_other(JsonNode dirty) {
    String file = dirty.path("file").asString();

    List<Finding> errors = errors(WorkbookFixture.resource(FOLDER + file), file);

    assertThat(errors.stream().map(error -> error.code().key()).distinct())
        .as(file)
        .containsExactly("intake." + dirty.path("code").asString());
    List<JsonNode> faults = new ArrayList<>();
    if (dirty.path("fault").isArray()) {
      dirty.path("fault").forEach(faults::add);
    } else {
      faults.add(dirty.path("fault"));
    }
    assertThat(errors).as(file).hasSameSizeAs(faults);
    for (int i = 0; i < faults.size(); i++) {
      check(errors.get(i), faults.get(i), file);
    }
  }

  private static void check(Finding error, JsonNode fault, String file) {
    String cell = fault.path("cell").asString("");
    if (!cell.isEmpty()) {
      assertThat(error.place().cell()).as(file).isEqualTo(cell);
      assertThat(error.message().zh()).contains(cell);
      assertThat(error.message().en()).contains(cell);
    }
    String sheet = fault.path("sheet").asString("");
    if (!sheet.isEmpty() && !sheet.equals("*")) {
      assertThat(error.place().sheet()).as(file).isEqualTo(sheet);
      assertThat(error.message().zh()).contains(sheet);
    }
    String content = fault.path("content").asString("");
    boolean shown = !content.isEmpty() && !file.startsWith("08");
    if (shown) {
      assertThat(error.message().zh()).contains(content);
    }
    assertThat(error.message().zh()).contains("本次未导入任何数据");
    assertThat(error.message().en()).contains("Nothing was imported");
    fault
        .path("dependents")
        .forEach(cellName -> assertThat(error.related()).contains(cellName.asString()));
    if (fault.has("means")) {
      assertThat(error.message().zh()).contains(fault.path("means").asString());
    }
  }

  private static List<Finding> errors(byte[] content, String file) {
    return switch (new WorkbookReader(Limits.STATED).read(content, file)) {
      case Reading.Refused(List<Finding> findings) -> findings;
      case Reading.Read(Workbook workbook) -> {
        LedgerBook book =
            new LedgerRecogniser(WorkbookFixture.WORDS)
                .recognise(workbook, Year.of(2025), Set.of());
        yield new LedgerChecks(WorkbookFixture.WORDS)
            .check(workbook, book, LedgerChecks.Known.byWords(WorkbookFixture.WORDS)).stream()
                .filter(Finding::isError)
                .toList();
      }
    };
  }
}
