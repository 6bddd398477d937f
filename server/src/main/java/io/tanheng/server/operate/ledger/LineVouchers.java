package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.foundation.vault.Voucher;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Service;

/// The files that prove ledger lines. A voucher is attached to a line, whatever its version, and
/// never taken away.
@Service
public class LineVouchers {
  private final Vault vault;
  private final VoucherStore store;
  private final Ledger ledger;

  LineVouchers(Vault vault, VoucherStore store, Ledger ledger) {
    this.vault = vault;
    this.store = store;
    this.ledger = ledger;
  }

  public List<LineVoucher> list(EnterpriseId enterprise, LineId line) {
    return store.list(enterprise, line);
  }

  /// Keeps the file in the vault and attaches it to the line.
  public List<LineVoucher> attach(
      CallContext call, LineId line, String fileName, InputStream content) {
    if (ledger.find(call.enterprise(), line).isEmpty()) {
      throw new ProblemException(LedgerProblem.LINE_UNKNOWN);
    }
    Voucher kept = vault.store(call, fileName, content);
    store.attach(call, line, kept);
    return store.list(call.enterprise(), line);
  }
}
