package io.tanheng.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.units.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PackagedStandardsTest {

  private final Catalogue catalogue = Standards.packaged();

  @Test
  void every_edition_and_table_reads_without_a_problem() {
    assertThat(catalogue.check()).extracting(p -> p.render(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void holds_the_editions_the_product_starts_with() {
    assertThat(catalogue.editionIds())
        .contains(
            "gbt-32151-5@2015",
            "gbt-32151-5@2026",
            "gbt-32151-8@2015",
            "gbt-32151-8@2023",
            "mee-cement@v01-2024",
            "mee-cement@2023",
            "gbt-32151-1@2015",
            "mee-power@2022",
            "common-factors@unified-2015");
  }

  @Test
  void an_edition_without_text_says_what_is_known_and_has_no_sources() {
    MethodEdition edition = catalogue.edition("gbt-32151-5@2026").require();

    assertThat(edition.status()).isEqualTo(EditionStatus.TEXT_NOT_CONFIRMED);
    assertThat(edition.known()).isPresent();
    assertThat(edition.sources()).isEmpty();
  }

  @Test
  void a_factor_carries_value_unit_source_and_confidence() {
    Factor factor =
        catalogue
            .findFactor("common/electricity/announcement-2025-47#central-china.EF")
            .orElseThrow();

    assertThat(factor.value().text()).isEqualTo("0.5271 tCO2/MWh");
    assertThat(factor.source().citation().id()).isEqualTo("S05");
    assertThat(factor.confidence()).isEqualTo(Confidence.VERIFIED);
    assertThat(factor.rowName().zh()).isEqualTo("华中电网");
  }

  @Test
  void a_recalled_row_is_never_shown_as_verified() {
    FactorTable table = catalogue.table("common/fuels/unified-2015").require();

    assertThat(table.rows().values())
        .allMatch(row -> row.source().confidence() == Confidence.UNSURE);
  }

  @Test
  void offers_the_editions_of_a_method_when_one_is_unknown() {
    assertThat(catalogue.edition("gbt-32151-8@2020").problems())
        .extracting(Problem::text)
        .extracting(text -> text.en())
        .containsExactly(
            "There is no method \"gbt-32151-8@2020\". Did you mean gbt-32151-8@2015,"
                + " gbt-32151-8@2023?");
  }

  @Test
  void the_digest_pins_an_edition_and_differs_between_editions() {
    String digest = catalogue.edition("gbt-32151-8@2023").require().digest();

    assertThat(digest)
        .hasSize(64)
        .isEqualTo(Standards.packaged().edition("gbt-32151-8@2023").require().digest())
        .isNotEqualTo(catalogue.edition("gbt-32151-8@2015").require().digest());
  }
}
