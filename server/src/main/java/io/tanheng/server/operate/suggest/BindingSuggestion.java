package io.tanheng.server.operate.suggest;

import io.tanheng.server.foundation.problem.Text;
import java.util.Map;

/// An input of a method that a row may feed.
///
/// @param item key for a plan item: the fuel or material, else the source
/// @param labels the labels the item would have, such as `fuel`
/// @param reason the words the suggestion rests on
public record BindingSuggestion(
    String method,
    String source,
    Text sourceName,
    String item,
    Text itemName,
    Map<String, String> labels,
    String symbol,
    Text symbolName,
    Likelihood likelihood,
    Text reason) {
  public BindingSuggestion {
    labels = Map.copyOf(labels);
  }

  /// How sure a suggestion is. None is applied without a person.
  public enum Likelihood {
    /// A label is the name of the fuel or material, and one source alone takes it.
    HIGH,
    /// The name is part of a longer label.
    MEDIUM,
    /// Several sources of the method take it; this is the first of them.
    LOW
  }
}
