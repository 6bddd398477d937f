package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.server.operate.inventory.RunFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A result against its sector.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/evaluation/benchmarks")
class BenchmarkController {
  private final Benchmarks benchmarks;
  private final Accounts accounts;

  BenchmarkController(Benchmarks benchmarks, Accounts accounts) {
    this.benchmarks = benchmarks;
    this.accounts = accounts;
  }

  record IntensityResponse(
      String key, @Nullable String figure, Text name, BigDecimal value, String unit) {}

  /// A benchmark with the run's own value in its unit; `own` is absent when the run has none.
  record BenchmarkResponse(
      UUID id,
      int version,
      String intensity,
      String name,
      BenchmarkContent.Kind kind,
      BigDecimal value,
      String unit,
      int year,
      String source,
      @Nullable String scope,
      @Nullable BigDecimal own,
      @Nullable BigDecimal differencePercent,
      String enteredBy,
      String enteredAt) {}

  record BenchmarksResponse(
      List<IntensityResponse> intensities, List<BenchmarkResponse> benchmarks) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  BenchmarksResponse show(CallContext call, @RequestParam UUID inventoryId) {
    return response(call, new InventoryId(inventoryId));
  }

  private BenchmarksResponse response(CallContext call, InventoryId id) {
    RunFigures run = benchmarks.run(call.enterprise(), id);
    List<Entry<BenchmarkContent>> entries = benchmarks.list(call.enterprise(), run.method());
    Map<AccountId, String> names =
        accounts.names(entries.stream().map(Entry::author).collect(Collectors.toSet()));
    return new BenchmarksResponse(
        run.intensities().stream()
            .map(one ->
                new IntensityResponse(one.key(), one.figure(), one.name(), one.value(), one.unit()))
            .toList(),
        entries.stream().map(entry -> benchmark(run, entry, names)).toList());
  }

  private BenchmarkResponse benchmark(
      RunFigures run, Entry<BenchmarkContent> entry, Map<AccountId, String> names) {
    BenchmarkContent one = entry.content();
    Benchmarks.Comparison comparison = benchmarks.compare(run, one).orElse(null);
    return new BenchmarkResponse(
        entry.id().value(),
        entry.version(),
        one.intensity(),
        one.name(),
        one.kind(),
        one.value(),
        one.unit(),
        one.year(),
        one.source(),
        one.scope(),
        comparison == null ? null : comparison.own(),
        comparison == null ? null : comparison.differencePercent().orElse(null),
        UncertaintyController.name(entry.author(), names),
        entry.at().toString());
  }

  /// A value of the sector; compared with an intensity of the run and those of later runs.
  record BenchmarkRequest(
      @NotNull UUID inventoryId,
      @NotBlank @Size(max = 80) String intensity,
      @NotBlank @Size(max = 120) String name,
      @NotNull BenchmarkContent.Kind kind,
      @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000000000")
          BigDecimal value,
      @NotBlank @Size(max = 40) String unit,
      @Min(1990) @Max(2100) int year,
      @NotBlank @Size(max = 500) String source,
      @Nullable @Size(max = 500) String scope) {
    BenchmarkContent toContent(String method) {
      return new BenchmarkContent(
          method,
          intensity,
          name.strip(),
          kind,
          value,
          unit.strip(),
          year,
          source.strip(),
          scope == null || scope.isBlank() ? null : scope.strip());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_EDIT)
  BenchmarksResponse enter(CallContext call, @Valid @RequestBody BenchmarkRequest body) {
    InventoryId run = new InventoryId(body.inventoryId());
    String method = benchmarks.run(call.enterprise(), run).method();
    benchmarks.enter(call, run, body.toContent(method));
    return response(call, run);
  }

  @PutMapping("/{entryId}")
  @Permission(Right.EVALUATION_EDIT)
  BenchmarksResponse change(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody BenchmarkRequest body) {
    InventoryId run = new InventoryId(body.inventoryId());
    String method = benchmarks.run(call.enterprise(), run).method();
    benchmarks.change(call, entryId, version.value(), run, body.toContent(method));
    return response(call, run);
  }

  @PostMapping("/{entryId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_EDIT)
  void withdraw(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody UncertaintyController.WithdrawEntryRequest body) {
    benchmarks.withdraw(call.because(body.reason()), entryId, version.value());
  }
}
