package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.operate.ledger.Ledger;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Explains any figure of a stored inventory, from what was stored with it and nothing else: the
/// total leads to its sources, a source to its months, a month to its rows, and a row to formula,
/// factors, ledger lines and persons.
@Component
class TraceBook {
  private final InventoryStore store;
  private final Ledger ledger;
  private final Accounts accounts;
  private final JsonMapper json;

  TraceBook(InventoryStore store, Ledger ledger, Accounts accounts, JsonMapper json) {
    this.store = store;
    this.ledger = ledger;
    this.accounts = accounts;
    this.json = json;
  }

  FigureTrace explain(EnterpriseId enterprise, InventoryHead head, String figure) {
    TraceInputs inputs = new TraceInputs(enterprise, head, ledger, accounts);
    TraceWords words = new TraceWords(head, inputs);
    String kind = figure.split(":", 2)[0];
    return switch (kind) {
      case "row" -> new RowExplanation(store, json, enterprise, head, words, inputs).of(figure);
      case "intensity", "indicator" ->
          new RatioExplanation(store, enterprise, head, words, inputs).of(figure);
      default -> new SumExplanation(store, enterprise, head, words).of(figure);
    };
  }
}
