package io.tanheng.server.operate.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.suggest.BindingSuggestion.Likelihood;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final String STEEL = "gbt-32151-5@2015";
  private static final Suggestions SUGGESTIONS = new Suggestions();

  private static List<BindingSuggestion> of(ParameterKind kind, String unit, String... labels) {
    return SUGGESTIONS.of(STEEL, new DescribedRow(List.of(labels), unit, kind));
  }

  private static String best(ParameterKind kind, String unit, String... labels) {
    BindingSuggestion best = of(kind, unit, labels).getFirst();
    return best.source() + " " + best.item() + " " + best.symbol() + " " + best.likelihood();
  }

  @Test
  void knows_a_fuel_by_its_name_and_the_quantity_by_its_last_label() {
    assertThat(best(ParameterKind.FLOW, "吨", "原料场", "洗精煤", "购入量"))
        .isEqualTo("fossil-fuel-combustion washed-coal Q_in HIGH");
    assertThat(best(ParameterKind.STOCK, "吨", "原料场", "洗精煤", "月末库存"))
        .isEqualTo("fossil-fuel-combustion washed-coal S_close HIGH");
    assertThat(best(ParameterKind.FLOW, "吨", "生产区", "轻柴油", "消耗量"))
        .isEqualTo("fossil-fuel-combustion diesel FC HIGH");
  }

  @Test
  void takes_the_longest_name_of_several_that_stand_in_a_label() {
    assertThat(best(ParameterKind.FLOW, "吨", "煤场", "无烟煤购入量"))
        .isEqualTo("fossil-fuel-combustion anthracite Q_in MEDIUM");
    assertThat(best(ParameterKind.FLOW, "万Nm3", "外供园区", "焦炉煤气", "外销量"))
        .isEqualTo("fossil-fuel-combustion coke-oven-gas Q_out HIGH");
  }

  @Test
  void knows_tested_properties() {
    assertThat(best(ParameterKind.QUALITY, "kJ/kg", "质检中心", "洗精煤", "收到基低位发热量"))
        .isEqualTo("fossil-fuel-combustion washed-coal NCV HIGH");
  }

  @Test
  void tells_electricity_bought_from_electricity_passed_on() {
    assertThat(best(ParameterKind.FLOW, "万kWh", "全厂", "电力", "购入量合计"))
        .isEqualTo("purchased-electricity purchased-electricity AD HIGH");
    assertThat(best(ParameterKind.FLOW, "万千瓦时", "公司", "净购入电量"))
        .startsWith("purchased-electricity purchased-electricity AD");
    assertThat(best(ParameterKind.FLOW, "万kWh", "园区转供", "电力", "外供量"))
        .isEqualTo("exported-electricity exported-electricity AD HIGH");
    assertThat(of(ParameterKind.FLOW, "万kWh", "焦化厂", "电力", "消耗量")).isEmpty();
  }

  @Test
  void suggests_nothing_where_the_unit_does_not_fit_or_the_words_say_nothing() {
    assertThat(of(ParameterKind.FLOW, "GJ", "原料场", "洗精煤", "购入量")).isEmpty();
    assertThat(of(ParameterKind.FLOW, "吨", "原料场", "铁矿石", "购入量")).isEmpty();
    assertThat(of(ParameterKind.FLOW, "吨", "原料场", "洗精煤", "盘盈(+)盘亏(-)")).isEmpty();
    assertThat(of(ParameterKind.FLOW, "箱", "原料场", "洗精煤", "购入量")).isEmpty();
  }

  @Test
  void is_unsure_where_several_sources_take_the_material_and_offers_all() {
    List<BindingSuggestion> ferronickel = of(ParameterKind.FLOW, "吨", "炼钢", "镍铁合金", "购入量");
    List<BindingSuggestion> pigIron = of(ParameterKind.FLOW, "吨", "炼钢", "生铁", "购入量");

    assertThat(ferronickel.getFirst().source()).isEqualTo("carbon-bearing-material");
    assertThat(pigIron).allSatisfy(one -> assertThat(one.source()).isNotEqualTo("fixed-carbon"));
  }

  @Test
  void says_in_both_languages_what_it_rests_on() {
    BindingSuggestion best = of(ParameterKind.FLOW, "吨", "原料场", "洗精煤", "购入量").getFirst();

    assertThat(best.likelihood()).isEqualTo(Likelihood.HIGH);
    assertThat(best.reason().zh()).contains("洗精煤", "购入量", "Q_in", "吨");
    assertThat(best.reason().en()).contains("washed (cleaned) coal", "quantity bought");
  }

  @Test
  void knows_no_method_that_is_not_in_the_catalogue() {
    assertThat(
            SUGGESTIONS.of(
                "no-such@1", new DescribedRow(List.of("洗精煤", "购入量"), "吨", ParameterKind.FLOW)))
        .isEmpty();
  }
}
