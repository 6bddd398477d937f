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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/// Missing data of a result.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/evaluation/data-gaps")
class DataGapController {
  private final DataGaps gaps;
  private final Accounts accounts;

  DataGapController(DataGaps gaps, Accounts accounts) {
    this.gaps = gaps;
    this.accounts = accounts;
  }

  /// Replaced values found in the run; `open` are the months no record covers.
  record FoundGap(
      String code,
      Text name,
      String source,
      Text sourceName,
      String item,
      Text itemName,
      List<String> months,
      List<String> open,
      List<String> figures) {}

  record DataGapResponse(
      UUID id,
      int version,
      String source,
      Text sourceName,
      String item,
      Text itemName,
      @Nullable String symbol,
      @Nullable Text symbolName,
      String from,
      String to,
      String cause,
      DataGapContent.Way way,
      String basis,
      @Nullable BigDecimal value,
      @Nullable String unit,
      Entry.State state,
      String recordedBy,
      @Nullable String acceptedBy,
      String at) {}

  record DataGapsResponse(List<FoundGap> found, List<DataGapResponse> gaps) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  DataGapsResponse show(CallContext call, @RequestParam UUID inventoryId) {
    RunFigures run = gaps.run(call.enterprise(), new InventoryId(inventoryId));
    List<Entry<DataGapContent>> entries = gaps.list(call.enterprise(), run);
    Set<AccountId> people = new HashSet<>();
    entries.forEach(entry -> people.addAll(List.of(entry.author(), entry.by())));
    Map<AccountId, String> names = accounts.names(people);
    return new DataGapsResponse(
        DataGaps.found(run).stream().map(one -> found(one, entries)).toList(),
        entries.stream().map(entry -> gap(entry, run, names)).toList());
  }

  private static FoundGap found(RunFigures.Flagged flagged, List<Entry<DataGapContent>> entries) {
    return new FoundGap(
        flagged.code(),
        flagged.name(),
        flagged.source(),
        flagged.sourceName(),
        flagged.item(),
        flagged.itemName(),
        flagged.months().stream().map(YearMonth::toString).toList(),
        flagged.months().stream()
            .filter(month ->
                entries.stream()
                    .noneMatch(
                        entry -> entry.content().covers(flagged.source(), flagged.item(), month)))
            .map(YearMonth::toString)
            .toList(),
        flagged.rows());
  }

  private DataGapResponse gap(
      Entry<DataGapContent> entry, RunFigures run, Map<AccountId, String> names) {
    DataGapContent gap = entry.content();
    return new DataGapResponse(
        entry.id().value(),
        entry.version(),
        gap.source(),
        run.sources().stream()
            .filter(source -> source.key().equals(gap.source()))
            .findFirst()
            .map(RunFigures.Source::name)
            .orElse(new Text(gap.source(), gap.source())),
        gap.item(),
        run.items().stream()
            .filter(item -> item.source().equals(gap.source()) && item.key().equals(gap.item()))
            .findFirst()
            .map(RunFigures.Item::name)
            .orElse(new Text(gap.item(), gap.item())),
        gap.symbol(),
        gap.symbol() == null ? null : gaps.symbolName(gap),
        gap.from().toString(),
        gap.to().toString(),
        gap.cause(),
        gap.way(),
        gap.basis(),
        gap.value(),
        gap.unit(),
        entry.state(),
        UncertaintyController.name(entry.author(), names),
        entry.state() == Entry.State.ACCEPTED
            ? UncertaintyController.name(entry.by(), names)
            : null,
        entry.at().toString());
  }

  /// What was missing, why, and what was used in its place.
  record DataGapRequest(
      @NotNull UUID inventoryId,
      @NotBlank @Size(max = 80) String source,
      @NotBlank @Size(max = 200) String item,
      @Nullable @Size(max = 60) String symbol,
      @NotNull YearMonth from,
      @NotNull YearMonth to,
      @NotBlank @Size(max = 500) String cause,
      @NotNull DataGapContent.Way way,
      @NotBlank @Size(max = 500) String basis,
      @Nullable BigDecimal value,
      @Nullable @Size(max = 40) String unit) {
    DataGapContent toContent(String method) {
      return new DataGapContent(
          inventoryId,
          method,
          source,
          item.strip(),
          symbol == null || symbol.isBlank() ? null : symbol.strip(),
          from,
          to,
          cause.strip(),
          way,
          basis.strip(),
          value,
          unit == null || unit.isBlank() ? null : unit.strip());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.EVALUATION_EDIT)
  DataGapsResponse record(CallContext call, @Valid @RequestBody DataGapRequest body) {
    gaps.record(call, body.toContent(method(call, body)));
    return show(call, body.inventoryId());
  }

  @PutMapping("/{entryId}")
  @Permission(Right.EVALUATION_EDIT)
  DataGapsResponse change(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody DataGapRequest body) {
    gaps.change(call, entryId, version.value(), body.toContent(method(call, body)));
    return show(call, body.inventoryId());
  }

  private String method(CallContext call, DataGapRequest body) {
    return gaps.run(call.enterprise(), new InventoryId(body.inventoryId())).method();
  }

  @PostMapping("/{entryId}/acceptance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_ACCEPT)
  void accept(CallContext call, @PathVariable EntryId entryId, ExpectedVersion version) {
    gaps.accept(call, entryId, version.value());
  }

  @PostMapping("/{entryId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.EVALUATION_EDIT)
  void withdraw(
      CallContext call,
      @PathVariable EntryId entryId,
      ExpectedVersion version,
      @Valid @RequestBody UncertaintyController.WithdrawEntryRequest body) {
    gaps.withdraw(call.because(body.reason()), entryId, version.value());
  }
}
