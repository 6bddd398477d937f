package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.problem.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An inventory as the API writes it.
record InventoryResponse(
    UUID id,
    int number,
    Period period,
    InventoryView.Method method,
    InventoryView.@Nullable Named factorSet,
    InventoryView.Figure total,
    boolean provisional,
    int openLines,
    State state,
    @Nullable UUID supersedes,
    @Nullable UUID supersededBy,
    @Nullable String reason,
    String digest,
    Instant createdAt,
    Person createdBy,
    List<InventoryView.Choice> factorChoices,
    List<InventoryView.Total> totals,
    List<InventoryView.Source> bySource,
    List<InventoryView.Month> byMonth,
    List<InventoryView.ProcessPart> byProcess,
    Text processBasis,
    boolean processComplete,
    List<InventoryView.Facility> byFacility,
    List<InventoryView.Item> items,
    List<InventoryView.Intensity> intensities,
    List<InventoryView.Indicator> indicators,
    List<InventoryView.Flag> flags,
    List<ProblemResponse.Item> warnings,
    InventoryView.Confidence confidence,
    String inputsDigest,
    String methodDigest) {

  record Period(String from, String to, @Nullable Integer year) {}

  record Person(UUID id, String name) {}

  enum State {
    CURRENT,
    SUPERSEDED
  }

  record Head(
      UUID id,
      int number,
      Period period,
      InventoryView.Method method,
      InventoryView.@Nullable Named factorSet,
      InventoryView.Figure total,
      boolean provisional,
      int openLines,
      State state,
      @Nullable UUID supersedes,
      @Nullable UUID supersededBy,
      @Nullable String reason,
      String digest,
      Instant createdAt,
      Person createdBy) {

    static Head of(InventoryHead head, String name) {
      InventoryView view = head.view();
      return new Head(
          head.id().value(),
          head.number(),
          new Period(
              head.period().from().toString(),
              head.period().to().toString(),
              head.period().wholeYear().map(year -> year.getValue()).orElse(null)),
          view.method(),
          view.factorSet(),
          view.total(),
          head.provisional(),
          head.openLines(),
          head.supersededBy() == null ? State.CURRENT : State.SUPERSEDED,
          head.supersedes() == null ? null : head.supersedes().value(),
          head.supersededBy() == null ? null : head.supersededBy().value(),
          head.reason(),
          head.digest(),
          head.createdAt(),
          new Person(head.createdBy(), name));
    }
  }

  static InventoryResponse of(InventoryHead head, String name) {
    InventoryView view = head.view();
    Head shown = Head.of(head, name);
    return new InventoryResponse(
        shown.id(),
        shown.number(),
        shown.period(),
        shown.method(),
        shown.factorSet(),
        shown.total(),
        shown.provisional(),
        shown.openLines(),
        shown.state(),
        shown.supersedes(),
        shown.supersededBy(),
        shown.reason(),
        shown.digest(),
        shown.createdAt(),
        shown.createdBy(),
        view.factorChoices(),
        view.totals(),
        view.bySource(),
        view.byMonth(),
        view.byProcess(),
        view.processBasis(),
        view.processComplete(),
        view.byFacility(),
        view.items(),
        view.intensities(),
        view.indicators(),
        view.flags(),
        view.warnings(),
        view.confidence(),
        head.inputsDigest(),
        head.methodDigest());
  }
}
