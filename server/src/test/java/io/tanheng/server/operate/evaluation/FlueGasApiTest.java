package io.tanheng.server.operate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.ApiTest;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.testkit.Clause;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Flue gas beside the calculated 440 t of a month.
@ApiTest
@Clause("6.3.3-c")
class FlueGasApiTest {
  @Autowired ApplicationContext beans;

  private EvaluatedPlant plant;
  private String run = "";
  private String path = "";

  @BeforeEach
  void a_works_whose_flux_is_measured() {
    plant = EvaluatedPlant.make(beans);
    run = plant.run(2025);
    path = plant.path + "evaluation/flue-gas";
    EvaluatedPlant.ok(
        plant.manager.put(
            path + "/limit",
            """
            {"inventoryId": "%s", "sources": ["flux"], "tolerancePercent": "5",
             "basis": "数据质量控制方案 4.1"}
            """
                .formatted(run)));
  }

  private Answer measure(String months) {
    return plant.manager.put(
        path + "/months", "{\"inventoryId\": \"%s\", \"months\": [%s]}".formatted(run, months));
  }

  private static String mass(String month, String value, String unit) {
    return """
    {"month": "%s", "point": "1#烟囱", "mass": {"value": "%s", "unit": "%s"}, "evidence": "CEMS月报"}
    """
        .formatted(month, value, unit);
  }

  private JsonNode month(int number) {
    return plant.get("evaluation/flue-gas?inventoryId=" + run).path("months").path(number - 1);
  }

  private Answer upload(byte[] content) {
    return plant.manager.upload(path + "/files", "cems.csv", content, Map.of("inventoryId", run));
  }

  @Test
  void a_month_within_the_tolerance_and_one_outside() {
    measure(mass("2025-01", "455", "tCO2") + "," + mass("2025-02", "500000", "kgCO2"));

    assertThat(month(1).path("differencePercent").asString()).isEqualTo("3.41");
    assertThat(month(1).path("within").asBoolean()).isTrue();
    assertThat(month(2).path("measured").asString()).isEqualTo("500.000000");
    assertThat(month(2).path("differencePercent").asString()).isEqualTo("13.64");
    assertThat(month(2).path("within").asBoolean()).isFalse();
    assertThat(month(3).path("measured").isNull()).isTrue();
  }

  /// 2.2 million Nm3 with 200 g/Nm3 are 440 t.
  @Test
  void flow_times_concentration_is_a_mass_and_points_add_up() {
    String half =
        """
        {"month": "2025-01", "point": "%s", "flow": {"value": "110", "unit": "10^4 Nm3"},
         "concentration": {"value": "200", "unit": "gCO2/Nm3"}, "evidence": "CEMS月报"}
        """;
    EvaluatedPlant.ok(measure(half.formatted("1#") + "," + half.formatted("2#")));

    assertThat(month(1).path("measured").asString()).isEqualTo("440.000000");
    assertThat(month(1).path("differencePercent").asString()).isEqualTo("0.00");
  }

  @Test
  void another_measurement_of_the_same_month_and_point_replaces_the_first() {
    measure(mass("2025-01", "455", "tCO2"));
    measure(mass("2025-01", "450", "tCO2"));

    assertThat(month(1).path("measured").asString()).isEqualTo("450.000000");
  }

  @Test
  void an_explanation_counts_for_the_figures_it_was_made_about() {
    measure(mass("2025-01", "500", "tCO2"));
    String explanation =
        "{\"inventoryId\": \"%s\", \"month\": \"2025-01\", \"words\": \"旁路烟气未计\"}".formatted(run);
    String acceptance = "{\"inventoryId\": \"%s\", \"month\": \"2025-01\"}".formatted(run);
    assertThat(plant.manager.post(path + "/acceptances", acceptance).code())
        .isEqualTo("evaluation.flue-gas-not-explained");
    plant.manager.post(path + "/explanations", explanation);

    assertThat(plant.manager.post(path + "/acceptances", acceptance).code())
        .isEqualTo("evaluation.accepts-own-entry");
    assertThat(plant.signIn(Role.REPORT_REVIEWER).post(path + "/acceptances", acceptance).status())
        .isEqualTo(201);
    assertThat(month(1).path("explanation").path("accepted").asBoolean()).isTrue();

    measure(mass("2025-01", "510", "tCO2"));
    assertThat(month(1).path("explanation").isNull()).isTrue();
  }

  @Test
  void a_file_is_taken_whole() {
    EvaluatedPlant.ok(
        upload(
            """
            月份,监测点,烟气流量,流量单位,CO2浓度,浓度单位,CO2排放量,排放量单位
            2025-01,1#,110,10^4 Nm3,200,gCO2/Nm3,,
            2025-01,2#,,,,,"220",tCO2
            """
                .getBytes(StandardCharsets.UTF_8)));

    assertThat(month(1).path("measured").asString()).isEqualTo("440.000000");
  }

  @Test
  void a_file_with_mistakes_is_refused_with_every_place() {
    Answer wrong =
        upload(
            """
            month,point,co2,co2 unit
            2025-13,1#,100,tCO2
            2025-02,,abc,tCO2
            """
                .getBytes(StandardCharsets.UTF_8));
    Answer headless = upload("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    Answer gbk = upload("月份,监测点\n".getBytes(Charset.forName("GBK")));

    assertThat(wrong.code()).isEqualTo("evaluation.flue-gas-refused");
    assertThat(wrong.json().path("problems").valueStream().map(one -> one.path("row").asInt()))
        .containsExactly(2, 3, 3);
    assertThat(headless.json().path("problems")).hasSize(2);
    assertThat(gbk.code()).isEqualTo("evaluation.csv-encoding");
    assertThat(upload(new byte[0]).status()).isBetween(400, 422);
    assertThat(month(1).path("measured").isNull()).isTrue();
  }

  @Test
  void units_of_another_kind_negative_and_half_given_values_are_refused() {
    assertThat(measure(mass("2025-01", "5", "MWh")).text()).contains("evaluation.flue-gas-unit");
    assertThat(measure(mass("2025-01", "-5", "tCO2")).text())
        .contains("evaluation.flue-gas-negative");
    assertThat(measure("{\"month\": \"2025-01\", \"point\": \"1#\", \"evidence\": \"无\"}").text())
        .contains("evaluation.flue-gas-form");
    assertThat(measure(mass("2025-01", "5", "tCO2") + "," + mass("2025-01", "6", "tCO2")).text())
        .contains("evaluation.flue-gas-twice");
  }
}
