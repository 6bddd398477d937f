package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.operate.crosscheck.Match.ItemKey;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the cross-check found (差异), to be explained by one person and accepted by another.
///
/// @param id the same in every computation, so that remarks stay with it
/// @param figures digest of everything it says: when it changes, remarks are about something else
/// @param months the months it is about, in order
/// @param comparisons ledger and documents side by side; empty where the ledger plays no part
/// @param documents those it is about
record Difference(
    SubjectId id,
    DifferenceProblem kind,
    DocumentKind documentKind,
    ItemKey key,
    List<YearMonth> months,
    Problem finding,
    String figures,
    List<Comparison> comparisons,
    List<Document> documents,
    @Nullable BigDecimal percent) {
  Difference {
    months = List.copyOf(months);
    comparisons = List.copyOf(comparisons);
    documents = List.copyOf(documents);
  }
}
