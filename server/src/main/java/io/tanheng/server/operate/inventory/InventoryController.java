package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.wire.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Inventories of an enterprise.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/inventories")
class InventoryController {
  private static final int PAGE = 50;
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Inventories inventories;
  private final InventoryStore store;
  private final TraceBook traces;
  private final RaisedMarks marks;
  private final InventoryExports exports;
  private final Accounts accounts;
  private final JsonMapper json;

  InventoryController(
      Inventories inventories,
      InventoryStore store,
      TraceBook traces,
      RaisedMarks marks,
      InventoryExports exports,
      Accounts accounts,
      JsonMapper json) {
    this.inventories = inventories;
    this.store = store;
    this.traces = traces;
    this.marks = marks;
    this.exports = exports;
    this.accounts = accounts;
    this.json = json;
  }

  record FactorRequest(
      @NotNull @Size(max = 120) String table,
      @NotNull @Size(max = 120) String row,
      @NotNull @Size(max = 40) String column) {
    FactorRef toRef() {
      return new FactorRef(table, row, column);
    }
  }

  record PeriodRequest(@NotNull @Size(max = 7) String from, @NotNull @Size(max = 7) String to) {}

  /// Either `year` or `period`.
  record RunRequest(
      @Nullable @Min(InventoryPeriod.FIRST_YEAR) @Max(InventoryPeriod.LAST_YEAR) Integer year,
      @Nullable @Valid PeriodRequest period,
      @NotNull @Size(max = 80) String method,
      @Nullable @Size(max = 80) String factorSet,
      @Nullable Map<String, @NotNull @Valid FactorRequest> factorChoices,
      @Nullable @Size(max = 500) String reason) {

    RunInventory toCommand() {
      return new RunInventory(toPeriod(), method, factorSet, refs(factorChoices), reason);
    }

    private InventoryPeriod toPeriod() {
      if (year != null && period == null) {
        return InventoryPeriod.of(Year.of(year));
      }
      if (year == null && period != null) {
        try {
          YearMonth from = YearMonth.parse(period.from());
          YearMonth to = YearMonth.parse(period.to());
          if (!from.isAfter(to) && from.getYear() == to.getYear()) {
            InventoryPeriod.requireYear(from.getYear());
            return new InventoryPeriod(from, to);
          }
        } catch (DateTimeException e) {
          throw periodForm(e);
        }
      }
      throw periodForm(null);
    }

    private static ProblemException periodForm(@Nullable Exception cause) {
      ProblemException refused = new ProblemException(InventoryProblem.PERIOD_FORM);
      if (cause != null) {
        refused.initCause(cause);
      }
      return refused;
    }
  }

  record RestateRequest(
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Size(max = 80) String factorSet,
      @Nullable Map<String, @NotNull @Valid FactorRequest> factorChoices) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  Page<InventoryResponse.Head> list(
      CallContext call,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String method,
      @RequestParam(required = false) @Nullable Integer cursor) {
    if (year != null) {
      InventoryPeriod.requireYear(year);
    }
    int before = cursor == null ? Integer.MAX_VALUE : cursor;
    List<InventoryHead> heads = store.list(call.enterprise(), year, method, before, PAGE + 1);
    Map<AccountId, String> names = names(heads);
    List<InventoryResponse.Head> shown =
        heads.stream()
            .map(head -> InventoryResponse.Head.of(head, name(names, head.createdBy())))
            .toList();
    return Page.of(shown, PAGE, head -> String.valueOf(head.number()));
  }

  @PostMapping
  @Permission(Right.INVENTORY_RUN)
  @ResponseStatus(HttpStatus.CREATED)
  InventoryResponse run(CallContext call, @Valid @RequestBody RunRequest body) {
    return response(call, inventories.run(call, body.toCommand()));
  }

  @GetMapping("/{inventoryId}")
  @Permission(Right.INVENTORY_READ)
  InventoryResponse find(CallContext call, @PathVariable UUID inventoryId) {
    return response(call, new InventoryId(inventoryId));
  }

  @PostMapping("/{inventoryId}/restate")
  @Permission(Right.INVENTORY_RESTATE)
  @ResponseStatus(HttpStatus.CREATED)
  InventoryResponse restate(
      CallContext call, @PathVariable UUID inventoryId, @Valid @RequestBody RestateRequest body) {
    RestateInventory command =
        new RestateInventory(body.reason(), body.factorSet(), refs(body.factorChoices()));
    return response(call, inventories.restate(call, new InventoryId(inventoryId), command));
  }

  @GetMapping("/{inventoryId}/figures/{figure}/trace")
  @Permission(Right.INVENTORY_READ)
  FigureTrace trace(CallContext call, @PathVariable UUID inventoryId, @PathVariable String figure) {
    return marks.show(
        call.enterprise(), traces.explain(call.enterprise(), head(call, inventoryId), figure));
  }

  @GetMapping("/{inventoryId}/flow")
  @Permission(Right.INVENTORY_READ)
  InventoryView.Flow flow(CallContext call, @PathVariable UUID inventoryId) {
    return head(call, inventoryId).view().flow();
  }

  @GetMapping("/{a}/compare/{b}")
  @Permission(Right.INVENTORY_READ)
  InventoryComparison compare(CallContext call, @PathVariable UUID a, @PathVariable UUID b) {
    InventoryHead first = head(call, a);
    InventoryHead second = head(call, b);
    if (first.period().months().size() != second.period().months().size()) {
      throw new ProblemException(
          InventoryProblem.NOT_COMPARABLE,
          Map.of("a", words(first.period()), "b", words(second.period())));
    }
    Map<AccountId, String> names = names(List.of(first, second));
    return InventoryComparison.of(side(call, first, names), side(call, second, names), json);
  }

  /// Why two runs differ: activity, factor or boundary, by source and item; `b` is the later one.
  @GetMapping("/{a}/effects/{b}")
  @Permission(Right.INVENTORY_READ)
  InventoryEffects effects(CallContext call, @PathVariable UUID a, @PathVariable UUID b) {
    InventoryHead first = head(call, a);
    InventoryHead second = head(call, b);
    if (first.period().months().size() != second.period().months().size()) {
      throw new ProblemException(
          InventoryProblem.NOT_COMPARABLE,
          Map.of("a", words(first.period()), "b", words(second.period())));
    }
    Map<AccountId, String> names = names(List.of(first, second));
    return InventoryEffects.of(
        first,
        second,
        InventoryResponse.Head.of(first, name(names, first.createdBy())),
        InventoryResponse.Head.of(second, name(names, second.createdBy())));
  }

  @GetMapping("/{inventoryId}/export.json")
  @Permission(Right.INVENTORY_READ)
  ResponseEntity<byte[]> exportCase(CallContext call, @PathVariable UUID inventoryId) {
    InventoryHead head = head(call, inventoryId);
    byte[] content = exports.caseFile(call.enterprise(), head).getBytes(StandardCharsets.UTF_8);
    return download(content, MediaType.APPLICATION_JSON, fileName(head) + ".json");
  }

  @GetMapping("/{inventoryId}/export.xlsx")
  @Permission(Right.INVENTORY_READ)
  ResponseEntity<byte[]> exportWorkbook(CallContext call, @PathVariable UUID inventoryId) {
    InventoryHead head = head(call, inventoryId);
    return download(exports.workbook(call.enterprise(), head), XLSX, fileName(head) + ".xlsx");
  }

  private InventoryComparison.Side side(
      CallContext call, InventoryHead head, Map<AccountId, String> names) {
    return new InventoryComparison.Side(
        head, name(names, head.createdBy()), store.rows(call.enterprise(), head.id()));
  }

  private InventoryHead head(CallContext call, UUID id) {
    return inventories.requireHead(call.enterprise(), new InventoryId(id));
  }

  private InventoryResponse response(CallContext call, InventoryId id) {
    InventoryHead head = inventories.requireHead(call.enterprise(), id);
    return InventoryResponse.of(head, name(names(List.of(head)), head.createdBy()));
  }

  private Map<AccountId, String> names(List<InventoryHead> heads) {
    Set<AccountId> ids = new HashSet<>();
    heads.forEach(head -> ids.add(new AccountId(head.createdBy())));
    return accounts.names(ids);
  }

  private static String name(Map<AccountId, String> names, UUID id) {
    return names.getOrDefault(new AccountId(id), id.toString());
  }

  private static Map<String, FactorRef> refs(@Nullable Map<String, FactorRequest> requests) {
    Map<String, FactorRef> refs = new HashMap<>();
    if (requests != null) {
      requests.forEach((source, request) -> refs.put(source, request.toRef()));
    }
    return refs;
  }

  private static String words(InventoryPeriod period) {
    return period.from() + " – " + period.to();
  }

  private static String fileName(InventoryHead head) {
    return "inventory-" + head.number() + "-" + head.period().year();
  }

  private static ResponseEntity<byte[]> download(byte[] content, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
