package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.standard.Confidence;
import io.tanheng.standard.Factor;
import io.tanheng.standard.FactorRow;
import io.tanheng.standard.FactorTable;
import io.tanheng.standard.MethodEdition;
import io.tanheng.units.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The factors of the catalogue, one by one and searched.
@Component
public class FactorBook {
  private static final List<String> LEVELS = List.of("national", "regional", "provincial");

  private final List<Entry> all;
  private final Map<String, List<MethodEdition>> users;

  FactorBook(Editions editions) {
    List<Entry> entries = new ArrayList<>();
    for (FactorTable table : editions.tables()) {
      for (FactorRow row : table.rows().values()) {
        row.factors().values().forEach(factor -> entries.add(new Entry(table, row, factor)));
      }
    }
    entries.sort(Comparator.comparing(entry -> entry.factor().id()));
    all = List.copyOf(entries);
    users = TableUsers.of(editions);
  }

  /// Every factor there is, in the order of ids.
  public List<Entry> list() {
    return all;
  }

  /// Method editions whose defaults or choices come from the table.
  public List<MethodEdition> users(String table) {
    return users.getOrDefault(table, List.of());
  }

  public Optional<Entry> find(FactorRef ref) {
    return all.stream()
        .filter(entry ->
            entry.table().id().equals(ref.table())
                && entry.row().id().equals(ref.row())
                && entry.factor().column().equals(ref.column()))
        .findFirst();
  }

  Entry require(FactorRef ref) {
    return find(ref)
        .orElseThrow(() ->
            new ProblemException(
                InventoryProblem.UNKNOWN_FACTOR,
                Map.of("table", ref.table(), "row", ref.row(), "column", ref.column())));
  }

  /// In the order of ids, those after `after`. Every word of `words` must occur in a name, title,
  /// id or region of the factor.
  List<Entry> search(Search search, @Nullable String after, int limit) {
    return all.stream()
        .filter(entry -> after == null || entry.factor().id().compareTo(after) > 0)
        .filter(entry -> search.table() == null || entry.table().id().startsWith(search.table()))
        .filter(entry ->
            search.confidence() == null || entry.factor().confidence() == search.confidence())
        .filter(entry -> entry.mentions(search.words()))
        .limit(limit)
        .toList();
  }

  record Search(@Nullable String words, @Nullable String table, @Nullable Confidence confidence) {}

  /// A factor with the row and table it stands in.
  public record Entry(FactorTable table, FactorRow row, Factor factor) {
    /// By data year, the newest first; then whole country before regions.
    static final Comparator<Entry> NEWEST_FIRST =
        Comparator.comparing((Entry entry) -> entry.row().attributes().getOrDefault("dataYear", ""))
            .reversed()
            .thenComparingInt(entry -> LEVELS.indexOf(entry.row().attributes().get("level")))
            .thenComparing(entry -> entry.factor().id());

    Quantity quantity() {
      return factor.value();
    }

    /// From when to when the row is meant, as the table says: `2024-12-20/2025-12-30`.
    public Optional<String> validity() {
      String from = row.attributes().get("validFrom");
      String to = row.attributes().get("validTo");
      return from == null && to == null
          ? Optional.empty()
          : Optional.of((from == null ? "" : from) + "/" + (to == null ? "" : to));
    }

    private boolean mentions(@Nullable String words) {
      if (words == null) {
        return true;
      }
      String text =
          Stream.of(
                  factor.id(),
                  table.title().zh(),
                  table.title().en(),
                  row.name().zh(),
                  row.name().en(),
                  factor.columnName().zh(),
                  factor.columnName().en(),
                  String.join(" ", row.attributes().values()))
              .reduce("", (left, right) -> left + " " + right)
              .toLowerCase(Locale.ROOT);
      return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
          .allMatch(text::contains);
    }
  }
}
