package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The workbook of an inventory: words for people in both languages, local time, units.
@DemoTest
class DemoExportTest {
  private static final Path OFFICE = Path.of("/usr/bin/soffice");
  private static final String RUN = "cement gbt-32151-8@2023 2025";

  @Autowired DemoLoader loader;
  @LocalServerPort int port;

  @TempDir private Path folder;

  @BeforeEach
  void wait_for_the_sample_data() throws InterruptedException {
    assertThat(loader.await(Duration.ofMinutes(5))).isTrue();
  }

  @Test
  void says_names_units_and_local_time_and_no_keys() throws IOException {
    String content = unzipped(DemoInventory.open(port, RUN).workbook());

    assertThat(content)
        .contains(" Fossil fuel combustion (tCO2)")
        .contains("+08:00")
        .contains(" Clinker ratio")
        .doesNotContain("fossil-fuel-combustion")
        .doesNotContain("CONFIRMED");
  }

  @Test
  void opens_in_another_program() throws IOException, InterruptedException {
    assumeThat(OFFICE).exists();
    DemoInventory inventory = DemoInventory.open(port, RUN);
    Path book = folder.resolve("inventory.xlsx");
    Files.write(book, inventory.workbook());

    Process office =
        new ProcessBuilder(
                List.of(
                    OFFICE.toString(),
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1",
                    "--outdir",
                    folder.toString(),
                    book.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();

    assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(folder.resolve("inventory.csv")))
        .contains("排放总量 Total emissions")
        .contains(inventory.shown().path("total").path("value").asString().replaceAll("0+$", ""));
  }

  private String unzipped(byte[] book) throws IOException {
    Path file = folder.resolve("book.xlsx");
    Files.write(file, book);
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          all.append(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return all.toString();
  }
}
