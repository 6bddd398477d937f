package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a result of the whole enterprise is spread over its processes for display (展示拆分), where the
/// method itself sees one box. It never enters a result, and what it cannot place is shown as not
/// allocated, so that the parts always sum to the accounted total.
///
/// @param basis what the split rests on, in words, shown beside it
/// @param carriers fuels and materials followed through the works by their ledger rows
/// @param whole items that belong to one process
/// @param shares items spread in proportion to ledger rows
public record ProcessSplit(
    Text basis, List<Carrier> carriers, List<Whole> whole, List<Share> shares) {
  public ProcessSplit {
    carriers = List.copyOf(carriers);
    whole = List.copyOf(whole);
    shares = List.copyOf(shares);
  }

  /// Something that carries carbon into processes and out of them. Its quantities go through the
  /// source, factors and tests of `item`; a carrier that never crosses the fence names `source` and
  /// `labels` instead.
  ///
  /// @param quantity the symbol that takes the quantity
  public record Carrier(
      String key,
      Text name,
      @Nullable String item,
      @Nullable String source,
      Map<String, String> labels,
      String quantity,
      List<Rows> uses,
      List<Rows> makes) {
    public Carrier {
      labels = Map.copyOf(labels);
      uses = List.copyOf(uses);
      makes = List.copyOf(makes);
    }
  }

  /// Ledger rows of one process.
  public record Rows(UUID processId, List<Signed> terms) {
    public Rows {
      terms = List.copyOf(terms);
    }
  }

  public record Signed(boolean plus, UUID parameterId) {}

  public record Whole(UUID processId, String item, @Nullable String source) {}

  public record Share(List<String> items, List<Rows> rows) {
    public Share {
      items = List.copyOf(items);
      rows = List.copyOf(rows);
    }
  }
}
