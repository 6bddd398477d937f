package io.tanheng.server.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.ApiClient;
import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiFixture;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.testkit.Clause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
@Clause("6.2.2.1")
class VaultTest {
  private static final byte[] PDF = "%PDF-1.7\n高炉煤气结算单".getBytes(StandardCharsets.UTF_8);

  @Autowired Vault vault;
  @Autowired VaultProperties properties;
  @Autowired ApiFixture fixture;

  private EnterpriseId enterprise;
  private CallContext call;

  @BeforeEach
  void newEnterprise() {
    enterprise = fixture.enterprise();
    call =
        new CallContext(AccountId.next(), enterprise, Instant.parse("2026-01-05T02:00:00Z"), null);
  }

  @Test
  void keeps_a_file_under_the_digest_of_its_content() throws Exception {
    byte[] content = unique(PDF);

    Voucher voucher = store("结算单.pdf", content);

    assertThat(voucher.type()).isEqualTo(FileType.PDF);
    assertThat(voucher.size()).isEqualTo(content.length);
    assertThat(voucher.storedBy()).isEqualTo(call.account());
    assertThat(read(voucher.digest())).isEqualTo(content);
    assertThat(Files.readAllBytes(place(voucher.digest()))).isEqualTo(content);
  }

  @Test
  void keeps_the_same_file_once_for_all_and_shows_it_to_each_owner_only() throws Exception {
    byte[] content = unique(PDF);
    Voucher first = store("甲.pdf", content);
    Voucher again = store("乙.pdf", content);
    EnterpriseId stranger = fixture.enterprise();

    assertThat(again).isEqualTo(first);
    assertThat(vault.find(stranger, first.digest())).isEmpty();
    assertThatThrownBy(() -> vault.open(stranger, first.digest()).close())
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo(VaultProblem.NOT_FOUND));
  }

  @Test
  void never_hands_out_a_file_that_was_altered() throws Exception {
    Voucher voucher = store("结算单.pdf", unique(PDF));
    Path file = place(voucher.digest());
    byte[] altered = Files.readAllBytes(file);
    altered[altered.length - 1] ^= 1;
    Files.write(file, altered);

    assertRefused(() -> vault.open(enterprise, voucher.digest()), VaultProblem.CONTENT_CHANGED);
  }

  @Test
  void heals_an_altered_file_when_the_true_one_comes_again() throws Exception {
    byte[] content = unique(PDF);
    Voucher voucher = store("结算单.pdf", content);
    Files.writeString(place(voucher.digest()), "%PDF-1.7 altered");

    store("结算单.pdf", content);

    assertThat(read(voucher.digest())).isEqualTo(content);
  }

  @Test
  void leaves_nothing_behind_of_a_refused_file() throws Exception {
    long before = incoming();

    assertRefused(() -> store("x.exe", new byte[] {'M', 'Z', 0, 1}), VaultProblem.TYPE_NOT_ALLOWED);
    assertRefused(
        () -> store("big.pdf", new byte[(int) Vault.SIZE_MAX + 1]), VaultProblem.TOO_LARGE);

    assertThat(incoming()).isEqualTo(before);
  }

  @Test
  void takes_a_file_of_exactly_the_limit() {
    byte[] content = new byte[(int) Vault.SIZE_MAX];
    System.arraycopy(PDF, 0, content, 0, PDF.length);

    assertThat(store("big.pdf", content).size()).isEqualTo(Vault.SIZE_MAX);
  }

  @Test
  void tells_types_by_content() throws IOException {
    assertThat(store("照片.JPG", bytes(0xff, 0xd8, 0xff, 0xe0, 1)).type()).isEqualTo(FileType.JPEG);
    assertThat(store("图.png", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1)).type())
        .isEqualTo(FileType.PNG);
    assertThat(store("发票.csv", "月份,用量\n1,2\n".getBytes(Charset.forName("GB18030"))).type())
        .isEqualTo(FileType.CSV);
    assertThat(store("说明.txt", "炉号\t用量".getBytes(StandardCharsets.UTF_8)).type())
        .isEqualTo(FileType.TXT);
    assertThat(store("台账.xlsx", workbook(Map.of())).type()).isEqualTo(FileType.XLSX);
  }

  @Test
  void refuses_a_name_that_does_not_fit_the_content() throws IOException {
    assertRefused(() -> store("台账.xlsx", PDF), VaultProblem.TYPE_DIFFERS_FROM_NAME);
    assertRefused(() -> store("账.docx", workbook(Map.of())), VaultProblem.TYPE_DIFFERS_FROM_NAME);
    assertRefused(
        () -> store("page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
        VaultProblem.TYPE_NOT_ALLOWED);
    assertRefused(
        () -> store("旧.xls", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
        VaultProblem.TYPE_NOT_ALLOWED);
    assertRefused(() -> store("空.pdf", new byte[0]), VaultProblem.EMPTY);
  }

  @Test
  void refuses_macros_wherever_they_hide() throws IOException {
    assertRefused(
        () -> store("台账.xlsx", workbook(Map.of("xl/vbaProject.bin", "code"))), VaultProblem.MACROS);
    assertRefused(
        () -> store("台账.xlsx", workbook(Map.of("xl/macrosheets/sheet1.xml", "<x/>"))),
        VaultProblem.MACROS);
    assertRefused(
        () ->
            store(
                "台账.xlsx",
                workbook(
                    Map.of(
                        "[Content_Types].xml",
                        "<Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/>"))),
        VaultProblem.MACROS);
  }

  @Test
  void refuses_an_archive_that_unpacks_to_far_too_much() throws IOException {
    byte[] bomb = workbook(Map.of("xl/worksheets/sheet1.xml", "0".repeat(8 * 1024 * 1024)));

    assertThat(bomb.length).isLessThan(64 * 1024);
    assertRefused(() -> store("台账.xlsx", bomb), VaultProblem.ARCHIVE_TOO_LARGE);
  }

  @Test
  void refuses_a_damaged_archive() throws IOException {
    byte[] whole = workbook(Map.of());

    assertRefused(
        () -> store("台账.xlsx", Arrays.copyOf(whole, whole.length / 2)),
        VaultProblem.ARCHIVE_DAMAGED);
  }

  @Test
  void keeps_only_the_last_part_of_a_name() {
    assertThat(store("..\\..\\etc/结算\u0007单.pdf", unique(PDF)).name()).isEqualTo("结算单.pdf");
  }

  @Test
  void hands_out_with_headers_that_let_nothing_run() {
    Voucher voucher = store("结算 单.pdf", unique(PDF));
    ApiClient client = fixture.signIn(enterprise, Role.VERIFIER);

    Answer answer =
        client.get("/api/v1/enterprises/" + enterprise + "/vouchers/" + voucher.digest());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/pdf");
    assertThat(answer.headers().allValues("content-security-policy"))
        .containsExactly("default-src 'none'; frame-ancestors 'self'");
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("inline;")
        .contains("filename*=UTF-8''");
    assertThat(
            client.get("/api/v1/enterprises/" + enterprise + "/vouchers/" + "0".repeat(64)).code())
        .isEqualTo("vault.not-found");
    assertThat(client.get("/api/v1/enterprises/" + enterprise + "/vouchers/not-a-digest").status())
        .isEqualTo(404);
  }

  private Voucher store(String name, byte[] content) {
    return vault.store(call, name, new ByteArrayInputStream(content));
  }

  private byte[] read(Digest digest) throws IOException {
    try (InputStream in = vault.open(enterprise, digest)) {
      return in.readAllBytes();
    }
  }

  private Path place(Digest digest) {
    String hex = digest.hex();
    return properties.directory().resolve(hex.substring(0, 2), hex.substring(2, 4), hex);
  }

  private long incoming() throws IOException {
    try (Stream<Path> files = Files.list(properties.directory().resolve("incoming"))) {
      return files.count();
    }
  }

  private static byte[] unique(byte[] start) {
    byte[] content = Arrays.copyOf(start, start.length + 16);
    byte[] random = new byte[16];
    new Random(System.nanoTime()).nextBytes(random);
    System.arraycopy(random, 0, content, start.length, 16);
    return content;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /// The skeleton of a workbook, with some entries added or replaced.
  private static byte[] workbook(Map<String, String> more) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", "<Types/>");
    entries.put("xl/workbook.xml", "<workbook/>");
    entries.putAll(more);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void assertRefused(Attempt attempt, VaultProblem expected) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(expected));
  }
}
