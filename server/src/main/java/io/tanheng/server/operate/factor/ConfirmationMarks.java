package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FactorMarks;
import io.tanheng.server.plan.organization.Enterprises;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Confirmations as marks in traces.
@Component
class ConfirmationMarks implements FactorMarks {
  private final FactorConfirmations confirmations;
  private final Enterprises enterprises;
  private final Accounts accounts;

  ConfirmationMarks(FactorConfirmations confirmations, Enterprises enterprises, Accounts accounts) {
    this.confirmations = confirmations;
    this.enterprises = enterprises;
    this.accounts = accounts;
  }

  @Override
  public Map<String, Text> list(EnterpriseId enterprise) {
    Map<String, Confirmation> holding = confirmations.holding(enterprise);
    Map<String, Text> marks = new HashMap<>();
    if (holding.isEmpty()) {
      return marks;
    }
    Map<AccountId, String> names =
        accounts.names(holding.values().stream().map(Confirmation::by).collect(Collectors.toSet()));
    ZoneId zone = enterprises.require(enterprise).profile().zone();
    holding.forEach((factor, one) -> {
      String name = names.getOrDefault(one.by(), one.by().toString());
      LocalDate day = one.at().atZone(zone).toLocalDate();
      String where = one.edition() + ", " + one.page();
      marks.put(
          factor + "=" + one.printed(),
          new Text(
              name + " 于 " + day + " 与原文核对（" + where + "）",
              "confirmed against the print by " + name + " on " + day + " (" + where + ")"));
    });
    return marks;
  }
}
