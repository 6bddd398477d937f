package io.tanheng.server.operate.report;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.vault.Digest;
import io.tanheng.server.foundation.vault.Vault;
import io.tanheng.server.foundation.vault.Voucher;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.measure.Binding;
import io.tanheng.server.operate.measure.MethodPlans;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.PlanItem;
import io.tanheng.server.operate.report.content.EvidenceFile;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The proofs of a month: the vouchers of its ledger lines, with what they prove.
@Component
class EvidenceFiles {
  private final Parameters parameters;
  private final MethodPlans plans;
  private final Ledger ledger;
  private final Vault vault;
  private final Accounts accounts;

  EvidenceFiles(
      Parameters parameters, MethodPlans plans, Ledger ledger, Vault vault, Accounts accounts) {
    this.parameters = parameters;
    this.plans = plans;
    this.ledger = ledger;
    this.vault = vault;
    this.accounts = accounts;
  }

  List<EvidenceFile> of(EnterpriseId enterprise, YearMonth month) {
    Year year = Year.of(month.getYear());
    Map<ParameterId, Parameter> known = new HashMap<>();
    parameters.list(enterprise, year).forEach(one -> known.put(one.id(), one));
    Map<ParameterId, Set<String>> sources = sources(enterprise, year);
    List<EvidenceFile> files = new ArrayList<>();
    for (LedgerLine line : ledger.lines(enterprise, known.keySet(), month, month)) {
      Parameter parameter = known.get(line.parameterId());
      if (parameter != null && line.quantity().isPresent()) {
        Set<String> fed = sources.getOrDefault(parameter.id(), Set.of());
        files.addAll(files(enterprise, line, parameter, fed));
      }
    }
    return files;
  }

  private Map<ParameterId, Set<String>> sources(EnterpriseId enterprise, Year year) {
    Map<ParameterId, Set<String>> sources = new HashMap<>();
    for (PlanItem item : plans.list(enterprise, year)) {
      item.definition()
          .bindings()
          .map(Binding::parameters)
          .flatMap(List::stream)
          .forEach(id ->
              sources.computeIfAbsent(id, key -> new HashSet<>()).add(item.definition().source()));
    }
    return sources;
  }

  private List<EvidenceFile> files(
      EnterpriseId enterprise, LedgerLine line, Parameter parameter, Set<String> sources) {
    List<Digest> digests = line.voucherDigests().stream().map(Digest::of).toList();
    List<Voucher> vouchers = vault.list(enterprise, digests);
    if (vouchers.isEmpty()) {
      return List.of(
          new EvidenceFile(
              parameter.name().zh(), sources, parameter.kind().name(), "", "", 0, "", ""));
    }
    Map<AccountId, String> names =
        accounts.names(vouchers.stream().map(Voucher::storedBy).collect(Collectors.toSet()));
    return vouchers.stream()
        .map(voucher ->
            new EvidenceFile(
                parameter.name().zh(),
                sources,
                parameter.kind().name(),
                voucher.name(),
                voucher.digest().hex(),
                voucher.size(),
                voucher.storedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                names.getOrDefault(voucher.storedBy(), "—")))
        .toList();
  }
}
