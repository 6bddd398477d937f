package io.tanheng.server.operate.inventory;

import io.tanheng.accounting.InputValue;
import io.tanheng.accounting.RuleOutcome;
import io.tanheng.accounting.Rules;
import io.tanheng.standard.Catalogue;
import io.tanheng.standard.Rule;
import io.tanheng.standard.Standards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The dated rules of carbon markets packaged with the product, and their evaluation.
@Service
public class MarketRules {
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  MarketRules() {
    Catalogue catalogue = Standards.packaged();
    catalogue.ruleIds().forEach(id -> rules.put(id, catalogue.rule(id).require()));
  }

  public List<Rule> list() {
    return List.copyOf(rules.values());
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /// What comes of the rule, or every reason why nothing does.
  public RuleOutcome evaluate(
      Rule rule, Map<String, String> labels, Map<String, InputValue> values) {
    return Rules.evaluate(rule, labels, values);
  }
}
