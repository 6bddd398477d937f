package io.tanheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClauseReportTest {

  @TempDir Path root;

  @BeforeEach
  void makes_a_small_repository() throws IOException {
    write(
        "standards/clauses/clauses.yaml",
        """
        headings:
          - {id: "6", parent: null, zh: "运行", en: "Operation"}
        clauses:
          - {id: "6.2.3-d", chapter: "6", parent: "6.2.3", zh: "一致性", en: "Consistency"}
          - {id: "6.2.3-e", chapter: "6", parent: "6.2.3", zh: "防篡改", en: "Tamper protection"}
        """);
    write("docs/clauses-claimed.txt", "# claims\n6.2.3-d\n");
    write(
        "engine/units/src/test/java/QuantityTest.java",
        """
        class QuantityTest {
          @Test
          @@Clause({"6.2.3-d"})
          void compares_two_meters() {}
        """
            .replace("@@", "@"));
  }

  @Test
  void lists_the_tests_of_each_clause() {
    new ClauseReport(root).write();

    assertThat(root.resolve("docs/clauses.md"))
        .content()
        .contains("2 clauses, 1 of them with tests, 1 claimed")
        .contains(
            "| 6.2.3-d | ✓ | 一致性 Consistency | engine/units: QuantityTest.compares_two_meters |")
        .contains("| 6.2.3-e |  | 防篡改 Tamper protection |  |");
  }

  @Test
  void accepts_a_fresh_report() {
    var report = new ClauseReport(root);
    report.write();

    assertThat(report.check()).isEmpty();
  }

  @Test
  void finds_a_stale_report() throws IOException {
    var report = new ClauseReport(root);
    report.write();

    write(
        "e2e/ledger.spec.ts", "// @Clause(\"6.2.3-e\")\ntest('a line is locked', async () => {});");

    assertThat(report.check()).singleElement().asString().contains("stale");
    report.write();
    assertThat(root.resolve("docs/clauses.md"))
        .content()
        .contains("e2e/ledger.spec.ts: a line is locked");
  }

  @Test
  void finds_a_claim_without_a_test_and_a_mark_without_a_clause() throws IOException {
    write("docs/clauses-claimed.txt", "6.2.3-e\n9.9\n");
    write("cli/src/test/java/XTest.java", "@Clause(\"1.1\")\nclass XTest {}\n");

    assertThat(new ClauseReport(root).write())
        .containsExactly(
            "1.1: 没有这个条款 no such clause: [cli: XTest]",
            "docs/clauses-claimed.txt: 6.2.3-e: 没有测试 no test is marked with it",
            "docs/clauses-claimed.txt: 9.9: 没有这个条款 no such clause");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
