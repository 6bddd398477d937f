package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.standard.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue of methods and factors; the same for every enterprise.
@RestController
@RequestMapping("/api/v1")
class MethodController {
  private static final int MOST_ON_A_PAGE = 500;

  private final Editions editions;
  private final FactorBook factors;

  MethodController(Editions editions, FactorBook factors) {
    this.editions = editions;
    this.factors = factors;
  }

  @GetMapping("/methods")
  @Permission(Right.SIGNED_IN)
  Page<MethodSummary> list() {
    return Page.whole(editions.list().stream().map(MethodView::of).map(MethodSummary::of).toList());
  }

  @GetMapping("/methods/{id}")
  @Permission(Right.SIGNED_IN)
  MethodView find(@PathVariable String id) {
    return MethodView.of(editions.require(id));
  }

  @GetMapping("/factors")
  @Permission(Right.SIGNED_IN)
  Page<FactorResponse> factors(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String table,
      @RequestParam(required = false) @Nullable Confidence confidence,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") int limit) {
    int size = Math.clamp(limit, 1, MOST_ON_A_PAGE);
    List<FactorResponse> rows =
        factors.search(new FactorBook.Search(q, table, confidence), cursor, size + 1).stream()
            .map(FactorResponse::of)
            .toList();
    return Page.of(rows, size, FactorResponse::id);
  }

  /// The published grid factors, newest first: what a person picks for bought power.
  @GetMapping("/factors/grid")
  @Permission(Right.SIGNED_IN)
  Page<FactorResponse> gridFactors() {
    return Page.whole(
        factors
            .search(new FactorBook.Search(null, "common/electricity/", null), null, MOST_ON_A_PAGE)
            .stream()
            .sorted(FactorBook.Entry.NEWEST_FIRST)
            .map(FactorResponse::of)
            .toList());
  }

  record MethodSummary(
      String id,
      String number,
      Text title,
      String sector,
      Text sectorName,
      String status,
      @Nullable String issued,
      @Nullable String effective,
      List<InventoryView.Named> factorSets,
      List<SourceSummary> sources,
      List<MethodView.TotalView> totals) {
    static MethodSummary of(MethodView method) {
      return new MethodSummary(
          method.id(),
          method.number(),
          method.title(),
          method.sector(),
          method.sectorName(),
          method.status(),
          method.issued(),
          method.effective(),
          method.factorSets(),
          method.sources().stream()
              .map(s -> new SourceSummary(s.key(), s.name(), s.category()))
              .toList(),
          method.totals());
    }
  }

  record SourceSummary(String key, Text name, String category) {}

  /// @param measures what the unit measures, see [MethodView.InputView]
  record FactorResponse(
      String id,
      String table,
      Text tableTitle,
      String row,
      Text name,
      String column,
      Text columnName,
      InventoryView.Amount value,
      String measures,
      String confidence,
      Text citation,
      @Nullable String published,
      @Nullable String validFrom,
      @Nullable String validTo,
      Map<String, String> attributes,
      @Nullable Text note) {
    static FactorResponse of(FactorBook.Entry entry) {
      Map<String, String> attributes = entry.row().attributes();
      return new FactorResponse(
          entry.factor().id(),
          entry.table().id(),
          Words.of(entry.table().title()),
          entry.row().id(),
          Words.of(entry.row().name()),
          entry.factor().column(),
          Words.of(entry.factor().columnName()),
          new InventoryView.Amount(
              entry.factor().printed(), entry.factor().value().unit().symbol()),
          MethodView.measures(entry.factor().value().unit()),
          entry.factor().confidence().name().toLowerCase(Locale.ROOT),
          Words.of(entry.factor().source().citation().title()),
          entry.table().published().orElse(null),
          attributes.get("validFrom"),
          attributes.get("validTo"),
          attributes,
          entry.row().note().map(Words::of).orElse(null));
    }
  }
}
