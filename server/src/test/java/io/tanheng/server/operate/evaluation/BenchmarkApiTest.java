package io.tanheng.server.operate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiTest;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.testkit.Clause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Benchmarks of the sector beside the intensity of a works: 5,912.52 t for 12,000 t of limestone.
@ApiTest
@Clause("6.3.3-e")
class BenchmarkApiTest {
  @Autowired ApplicationContext beans;
  @Autowired Inventories inventories;

  private EvaluatedPlant plant;
  private String run = "";

  @BeforeEach
  void a_works_with_an_intensity() {
    plant = EvaluatedPlant.make(beans);
    plant.watchLimestone();
    run = plant.run(2025);
  }

  private String benchmark(String name, String value, String unit) {
    return """
    {"inventoryId": "%s", "intensity": "per-limestone", "name": "%s", "kind": "LEADING",
     "value": "%s", "unit": "%s", "year": 2024, "source": "行业协会年报 2024 第18页"}
    """
        .formatted(run, name, value, unit);
  }

  /// 5912.52 / 12000 = 0.49271 t/t, 492.71 kg/t: 1.459 % below 500 kg/t.
  @Test
  void compares_in_the_unit_of_the_benchmark() {
    JsonNode shown = plant.post("evaluation/benchmarks", benchmark("标杆水平", "500", "kgCO2/t"));

    assertThat(shown.path("intensities").path(0).path("value").asString()).isEqualTo("0.492710");
    JsonNode benchmark = shown.path("benchmarks").path(0);
    assertThat(benchmark.path("own").asString()).isEqualTo("492.710000");
    assertThat(benchmark.path("differencePercent").asString()).isEqualTo("-1.46");
    assertThat(benchmark.path("source").asString()).contains("行业协会");
    assertThat(benchmark.path("enteredBy").asString()).isNotBlank();
  }

  @Test
  void a_unit_of_another_kind_an_unknown_intensity_and_a_second_entry_are_refused() {
    String path = plant.path + "evaluation/benchmarks";

    assertThat(plant.manager.post(path, benchmark("标杆", "500", "kWh/t")).code())
        .isEqualTo("evaluation.benchmark-unit");
    assertThat(
            plant
                .manager
                .post(path, benchmark("标杆", "1", "t").replace("per-limestone", "none"))
                .code())
        .isEqualTo("evaluation.intensity-unknown");
    plant.post("evaluation/benchmarks", benchmark("标杆", "0.5", "tCO2/t"));
    assertThat(plant.manager.post(path, benchmark("标杆", "0.4", "tCO2/t")).code())
        .isEqualTo("evaluation.already-entered");
    assertThat(plant.manager.post(path, benchmark("零", "0", "tCO2/t")).status()).isEqualTo(422);
  }

  @Test
  void a_benchmark_holds_for_later_runs_of_the_method() {
    plant.post("evaluation/benchmarks", benchmark("标杆", "0.5", "tCO2/t"));

    JsonNode other = plant.get("evaluation/benchmarks?inventoryId=" + plant.run(2024));

    assertThat(other.path("benchmarks")).hasSize(1);
    assertThat(other.path("benchmarks").path(0).path("own").asString()).isEqualTo("0.492710");
  }
}
