package io.tanheng.server.operate.view;

import io.tanheng.accounting.InventoryView;
import io.tanheng.accounting.InventoryView.MarketBased;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.InventoryId;
import io.tanheng.units.Rational;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Views of runs for those who print them.
@Service
public class ViewReading {
  private final Views views;

  ViewReading(Views views) {
    this.views = views;
  }

  /// The run in the order of the view, with the newest entries of the year.
  public ViewSnapshot read(EnterpriseId enterprise, InventoryId run, Year year, String view) {
    Views.Shown shown = views.show(enterprise, run, year, view);
    InventoryView order = shown.inventory();
    Map<String, Rational> gases = new LinkedHashMap<>();
    order.gases().forEach((gas, amount) -> gases.put(gas, amount.value()));
    return new ViewSnapshot(
        text(order.view().title()),
        order.categories().stream()
            .map(one ->
                new ViewSnapshot.Category(
                    one.id(),
                    text(one.name()),
                    one.sum().value(),
                    one.parts().stream().map(ViewReading::part).toList()))
            .toList(),
        gases,
        order.memos().stream().map(ViewReading::part).toList(),
        order.total().value(),
        order.methodTotal().value(),
        order.reconciliation().stream().map(ViewReading::line).toList(),
        shown.electricity().map(ViewReading::electricity).orElse(null),
        shown.judged().stream().map(ViewReading::judged).toList(),
        shown.versions().isEmpty() ? 0 : shown.versions().getFirst().number());
  }

  private static ViewSnapshot.Part part(InventoryView.PartSum part) {
    return new ViewSnapshot.Part(
        part.id(),
        text(part.name()),
        part.sum().value(),
        part.lines().stream().map(ViewReading::line).toList());
  }

  private static ViewSnapshot.Line line(InventoryView.Line line) {
    return new ViewSnapshot.Line(
        line.source().isEmpty() ? null : line.source(),
        text(line.name()),
        line.gas(),
        line.value().value(),
        line.remark().map(ViewReading::text).orElse(null));
  }

  private static ViewSnapshot.Electricity electricity(Views.Electricity electricity) {
    MarketBased result = electricity.result();
    return new ViewSnapshot.Electricity(
        electricity.source().key(),
        text(electricity.source().name()),
        result.bought().value(),
        result.covered().value(),
        result.residual().value(),
        result.location().value(),
        result.market().value());
  }

  private static ViewSnapshot.Judged judged(Views.Judged judged) {
    return new ViewSnapshot.Judged(
        text(judged.part().name()),
        judged.sum().value(),
        judged.share(),
        judged.assessment().score(),
        judged.assessment().isSignificant(),
        judged.judgement().excluded());
  }

  private static Text text(io.tanheng.units.Text text) {
    return new Text(text.zh(), text.en());
  }
}
