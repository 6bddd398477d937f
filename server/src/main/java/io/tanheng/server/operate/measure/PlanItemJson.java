package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.problem.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan item as the API and the database write it.
public record PlanItemJson(
    @NotNull PlanUse use,
    @NotNull @Size(min = 1, max = 80) String method,
    @NotNull Year yearFrom,
    @Nullable Year yearTo,
    int position,
    @NotNull @Size(min = 1, max = 80) String source,
    @NotNull @Size(min = 1, max = 120) String item,
    @NotNull @Valid Text itemName,
    @NotNull Map<String, @NotNull String> labels,
    @Nullable UUID facilityUnitId,
    @Nullable UUID processUnitId,
    @NotNull Map<String, @NotNull @Valid BindingJson> inputs,
    @NotNull List<@NotNull @Valid WhenMissingJson> whenMissing,
    @Nullable String noRowWhenIdle) {
  /// A [WhenMissing] as written.
  public record WhenMissingJson(
      @NotNull String symbol,
      @NotNull List<@NotNull String> drop,
      @NotNull Map<String, @NotNull @Valid BindingJson> use,
      @NotNull @Valid Text reason) {}

  public static PlanItemJson of(NewPlanItem item) {
    return new PlanItemJson(
        item.use(),
        item.method(),
        item.yearFrom(),
        item.yearTo(),
        item.position(),
        item.source(),
        item.item(),
        item.itemName(),
        item.labels(),
        item.facilityUnitId(),
        item.processUnitId(),
        json(item.inputs()),
        item.whenMissing().stream()
            .map(rule ->
                new WhenMissingJson(rule.symbol(), rule.drop(), json(rule.use()), rule.reason()))
            .toList(),
        item.noRowWhenIdle());
  }

  private static Map<String, BindingJson> json(Map<String, Binding> bindings) {
    Map<String, BindingJson> json = new LinkedHashMap<>();
    bindings.forEach((symbol, binding) -> json.put(symbol, BindingJson.of(binding)));
    return json;
  }

  NewPlanItem toItem() {
    return new NewPlanItem(
        use,
        method,
        yearFrom,
        yearTo,
        position,
        source,
        item,
        itemName,
        labels,
        facilityUnitId,
        processUnitId,
        bindings(inputs),
        whenMissing.stream()
            .map(rule ->
                new WhenMissing(rule.symbol(), rule.drop(), bindings(rule.use()), rule.reason()))
            .toList(),
        noRowWhenIdle);
  }

  private static Map<String, Binding> bindings(Map<String, BindingJson> json) {
    Map<String, Binding> bindings = new LinkedHashMap<>();
    json.forEach((symbol, binding) -> bindings.put(symbol, binding.toBinding(symbol)));
    return bindings;
  }
}
