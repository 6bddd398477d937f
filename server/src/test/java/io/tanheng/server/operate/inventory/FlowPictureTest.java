package io.tanheng.server.operate.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryView.Flow;
import io.tanheng.server.operate.inventory.ProcessAllocation.AccountedItem;
import io.tanheng.server.operate.inventory.ProcessAllocation.CarrierRow;
import io.tanheng.server.operate.inventory.ProcessSplit.Carrier;
import io.tanheng.server.operate.inventory.ProcessSplit.Rows;
import io.tanheng.server.operate.inventory.ProcessSplit.Share;
import io.tanheng.units.Rational;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Two processes: coking makes coke from coal and heats with the furnace's gas; the furnace burns
/// coke.
class FlowPictureTest {
  private static final UUID COKING = new UUID(1, 1);
  private static final UUID FURNACE = new UUID(1, 2);
  private static final YearMonth MONTH = YearMonth.of(2025, 1);
  private static final Text BASIS = new Text("按含碳量", "by carbon");
  private static final String FUEL = "fuel";

  private final ProcessSplit split =
      new ProcessSplit(
          BASIS,
          List.of(
              carrier("coal", "coal", List.of(COKING), List.of()),
              carrier("coke", "coke", List.of(FURNACE), List.of(COKING)),
              carrier("gas", null, List.of(COKING), List.of(FURNACE))),
          List.of(),
          List.of(new Share(List.of("grid"), List.of())));
  private final List<AccountedItem> items =
      List.of(
          new AccountedItem(FUEL, "coal", null, null, 1, Rational.of(100)),
          new AccountedItem(FUEL, "coke", null, null, 1, Rational.of(10)),
          new AccountedItem("power", "grid", null, null, 1, Rational.of(30)),
          new AccountedItem("sold-power", "sold", null, null, -1, Rational.of(5)));
  private final ProcessAllocation allocation =
      ProcessAllocation.of(
          split,
          items,
          Rational.of(135),
          results(),
          List.of(Map.of(COKING, Rational.of(1), FURNACE, Rational.of(2))));

  @Test
  void a_process_has_what_goes_in_less_what_goes_out() {
    // coking: 100 coal + 20 gas - 80 coke + 10 power; furnace: 88 coke - 20 gas + 20 power
    assertThat(allocation.of(COKING)).isEqualTo(Rational.of(50));
    assertThat(allocation.of(FURNACE)).isEqualTo(Rational.of(88));
  }

  @Test
  void what_no_process_claims_is_not_allocated() {
    // 135 - 50 - 88: two of coke not found again, five of sold power
    assertThat(allocation.notAllocated()).isEqualTo(Rational.of(-3));
  }

  @Test
  void of_two_processes_that_feed_each_other_the_difference_is_drawn() {
    Flow flow = draw();

    assertThat(flow.links())
        .noneMatch(link ->
            link.from().contains(FURNACE.toString()) && link.to().contains(COKING.toString()));
    Flow.Link forth =
        flow.links().stream()
            .filter(link -> link.from().contains(COKING.toString()))
            .filter(link -> link.to().contains(FURNACE.toString()))
            .findFirst()
            .orElseThrow();
    // 88 used x 80 made / 90 supplied, less 20 of gas
    assertThat(forth.value()).isEqualTo("58.222222");
  }

  @Test
  void what_leaves_a_process_came_into_it() {
    Flow flow = draw();

    for (UUID process : List.of(COKING, FURNACE)) {
      String node = "process:" + process;
      assertThat(sum(flow, node, false)).isEqualTo(sum(flow, node, true));
    }
  }

  @Test
  void what_belongs_to_no_process_is_emitted_too_and_deductions_stand_apart() {
    Flow flow =
        draw(
            unallocated(
                List.of(
                    new AccountedItem(FUEL, "coal", null, null, 1, Rational.of(100)),
                    new AccountedItem("power", "grid", null, null, 1, Rational.of(30)),
                    new AccountedItem("sold-power", "sold", null, null, -1, Rational.of(5)))));

    assertThat(kinds(flow)).contains("INPUT", "UNALLOCATED", "SOURCE", "PRODUCT");
    assertThat(sum(flow, "source:" + FUEL, false)).isEqualTo(Rational.of(95));
    assertThat(sum(flow, "source:power", false)).isEqualTo(Rational.of(30));
    assertThat(sum(flow, "product:sold-power:sold", false)).isEqualTo(Rational.of(5));
    assertThat(sum(flow, "not-allocated", false)).isEqualTo(sum(flow, "not-allocated", true));
  }

  @Test
  void more_deductions_than_inputs_of_no_process_leave_no_node_out_of_balance() {
    Flow flow =
        draw(
            unallocated(
                List.of(
                    new AccountedItem("power", "grid", null, null, 1, Rational.of(3)),
                    new AccountedItem("sold-power", "sold", null, null, -1, Rational.of(5)))));

    assertThat(kinds(flow)).doesNotContain("SOURCE");
    assertThat(sum(flow, "not-allocated", false)).isEqualTo(Rational.of(5));
    assertThat(sum(flow, "not-allocated", true)).isEqualTo(Rational.of(5));
  }

  private static ProcessAllocation unallocated(List<AccountedItem> items) {
    return ProcessAllocation.of(
        new ProcessSplit(BASIS, List.of(), List.of(), List.of()),
        items,
        items.stream().map(AccountedItem::signed).reduce(Rational.ZERO, Rational::plus),
        Map.of(),
        List.of());
  }

  private static List<String> kinds(Flow flow) {
    return flow.nodes().stream().map(Flow.Node::kind).toList();
  }

  private Flow draw() {
    return draw(allocation);
  }

  private static Flow draw(ProcessAllocation allocation) {
    return FlowPicture.draw(
        allocation,
        new FlowPicture.Names(
            Map.of(COKING, text("焦化"), FURNACE, text("炼铁")),
            Map.of(FUEL, text("燃料"), "power", text("电力"), "sold-power", text("输出电力")),
            Map.of(
                new ItemPlace("power", "grid", null), new FlowPicture.Input("grid", text("电网")),
                new ItemPlace("sold-power", "sold", null),
                    new FlowPicture.Input("sold", text("转供")))),
        BASIS);
  }

  private static Rational sum(Flow flow, String node, boolean leaving) {
    return flow.links().stream()
        .filter(link -> (leaving ? link.from() : link.to()).equals(node))
        .map(link -> Rational.of(link.value()))
        .reduce(Rational.ZERO, Rational::plus);
  }

  private static Map<CarrierRow, Rational> results() {
    Map<CarrierRow, Rational> results = new LinkedHashMap<>();
    results.put(new CarrierRow("coal", COKING, true, MONTH), Rational.of(100));
    results.put(new CarrierRow("coke", FURNACE, true, MONTH), Rational.of(88));
    results.put(new CarrierRow("coke", COKING, false, MONTH), Rational.of(80));
    results.put(new CarrierRow("gas", COKING, true, MONTH), Rational.of(20));
    results.put(new CarrierRow("gas", FURNACE, false, MONTH), Rational.of(20));
    return results;
  }

  private static Carrier carrier(
      String key, @Nullable String item, List<UUID> uses, List<UUID> makes) {
    return new Carrier(
        key,
        text(key),
        item,
        item == null ? FUEL : null,
        Map.of(),
        "FC",
        uses.stream().map(process -> new Rows(process, List.of())).toList(),
        makes.stream().map(process -> new Rows(process, List.of())).toList());
  }

  private static Text text(String words) {
    return new Text(words, words);
  }
}
