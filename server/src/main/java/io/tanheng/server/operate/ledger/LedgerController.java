package io.tanheng.server.operate.ledger;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Language;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.foundation.wire.Page;
import io.tanheng.server.operate.ledger.LedgerView.CellView;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}")
class LedgerController {
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Ledger ledger;
  private final Parameters parameters;
  private final Accounts accounts;
  private final LineVouchers vouchers;

  LedgerController(Ledger ledger, Parameters parameters, Accounts accounts, LineVouchers vouchers) {
    this.ledger = ledger;
    this.parameters = parameters;
    this.accounts = accounts;
    this.vouchers = vouchers;
  }

  @GetMapping("/ledger")
  @Permission(Right.LEDGER_READ)
  LedgerView year(
      CallContext call,
      @RequestParam Year year,
      @RequestParam(required = false) @Nullable String sheet,
      @RequestParam(required = false) @Nullable String q) {
    List<Parameter> wanted =
        parameters.list(call.enterprise(), year).stream()
            .filter(one -> sheet == null || one.sheet().equals(sheet))
            .filter(one -> q == null || mentions(one, q))
            .toList();
    return LedgerView.of(year, wanted, ledger.lines(call.enterprise(), year));
  }

  private static boolean mentions(Parameter parameter, String words) {
    String text =
        parameter.name().zh()
            + " "
            + parameter.name().text().en()
            + " "
            + String.join(" ", parameter.labels());
    return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
  }

  /// Values to enter, recorded all or none.
  record EnterRequest(
      @Nullable @Size(max = 500) String reason,
      @NotEmpty @Size(max = 5000) List<@NotNull @Valid EntryRequest> lines) {}

  /// One value; `version` is 0 where there was no line, `value` null clears the line.
  record EntryRequest(
      @NotNull UUID parameterId,
      @NotNull YearMonth month,
      @Nullable Slot slot,
      @Nullable BigDecimal value,
      @NotNull @Size(min = 1, max = 40) String unit,
      long version) {
    LineEntry toEntry() {
      return new LineEntry(
          new LineKey(new ParameterId(parameterId), month, slot == null ? Slot.MONTH : slot),
          value,
          value == null ? null : value.toPlainString(),
          unit,
          version,
          new LineOrigin.Manual(),
          List.of());
    }
  }

  /// The lines after a change.
  record LinesResponse(List<LineResponse> lines) {
    static LinesResponse of(List<LedgerLine> lines) {
      return new LinesResponse(lines.stream().map(LineResponse::of).toList());
    }
  }

  /// A line with the parameter it belongs to.
  record LineResponse(UUID parameterId, CellView cell) {
    static LineResponse of(LedgerLine line) {
      return new LineResponse(line.parameterId().value(), CellView.of(line));
    }
  }

  @PutMapping("/ledger/lines")
  @Permission(Right.LEDGER_ENTER)
  LinesResponse enter(CallContext call, @Valid @RequestBody EnterRequest body) {
    if (body.lines().stream()
        .anyMatch(line -> line.slot() == Slot.OPENING && line.month().getMonthValue() != 1)) {
      throw new ProblemException(LedgerProblem.OPENING_ONLY_IN_JANUARY);
    }
    return LinesResponse.of(
        ledger.record(
            call.because(body.reason()),
            body.lines().stream().map(EntryRequest::toEntry).toList()));
  }

  /// Lines to confirm, each at the version the caller saw.
  ///
  /// @param empty what to do with lines that hold no value; absent is REFUSE
  record ConfirmRequest(
      @NotEmpty @Size(max = 5000) List<@NotNull @Valid VersionRequest> lines,
      @Nullable EmptyLines empty) {}

  /// What becomes of a whole confirmation when some of its lines hold no value.
  enum EmptyLines {
    REFUSE,
    SKIP
  }

  /// The confirmed lines, and those skipped because they hold no value.
  record ConfirmResponse(List<LineResponse> lines, List<LineResponse> skipped) {}

  /// Lines to open again, and why.
  record ReopenRequest(
      @NotEmpty @Size(max = 5000) List<@NotNull @Valid VersionRequest> lines,
      @NotNull @Size(min = 1, max = 500) String reason) {}

  /// A line at a version.
  record VersionRequest(@NotNull UUID lineId, long version) {
    LineVersion toVersion() {
      return new LineVersion(new LineId(lineId), version);
    }
  }

  @PostMapping("/ledger/confirm")
  @Permission(Right.LEDGER_CONFIRM)
  ConfirmResponse confirm(CallContext call, @Valid @RequestBody ConfirmRequest body) {
    List<LineVersion> lines = body.lines().stream().map(VersionRequest::toVersion).toList();
    Ledger.Confirmed confirmed =
        body.empty() == EmptyLines.SKIP
            ? ledger.confirmFilled(call, lines)
            : new Ledger.Confirmed(ledger.confirm(call, lines), List.of());
    return new ConfirmResponse(
        confirmed.lines().stream().map(LineResponse::of).toList(),
        confirmed.skipped().stream().map(LineResponse::of).toList());
  }

  @PostMapping("/ledger/reopen")
  @Permission(Right.LEDGER_REOPEN)
  LinesResponse reopen(CallContext call, @Valid @RequestBody ReopenRequest body) {
    return LinesResponse.of(
        ledger.reopen(
            call.because(body.reason()),
            body.lines().stream().map(VersionRequest::toVersion).toList()));
  }

  /// A line with everything ever recorded in it, newest first.
  record LineHistoryResponse(
      UUID lineId,
      UUID parameterId,
      Text parameter,
      String month,
      Slot slot,
      List<VersionView> versions,
      List<VoucherView> vouchers) {}

  /// A file that proves the line; fetch it from `/vouchers/{digest}`.
  record VoucherView(
      String digest, String fileName, String mediaType, long sizeBytes, String attachedAt) {
    static VoucherView of(LineVoucher voucher) {
      return new VoucherView(
          voucher.digest(),
          voucher.fileName(),
          voucher.mediaType(),
          voucher.sizeBytes(),
          voucher.attachedAt().toString());
    }
  }

  /// One version of a line.
  record VersionView(
      CellView cell,
      UUID enteredById,
      String enteredBy,
      String enteredAt,
      @Nullable String reason,
      @Nullable SourceCell source) {}

  /// The cell of the workbook a value was read from.
  record SourceCell(UUID importId, String file, String digest, String sheet, String cell) {}

  @GetMapping("/ledger/lines/{lineId}")
  @Permission(Right.LEDGER_READ)
  LineHistoryResponse history(CallContext call, @PathVariable LineId lineId) {
    List<LedgerLine> versions = ledger.history(call.enterprise(), lineId);
    if (versions.isEmpty()) {
      throw new ProblemException(LedgerProblem.LINE_UNKNOWN);
    }
    LedgerLine newest = versions.getFirst();
    Map<AccountId, String> names =
        accounts.names(versions.stream().map(LedgerLine::enteredBy).collect(Collectors.toSet()));
    return new LineHistoryResponse(
        lineId.value(),
        newest.parameterId().value(),
        parameters
            .find(call.enterprise(), newest.parameterId())
            .map(one -> one.name().text())
            .orElseThrow(),
        newest.month().toString(),
        newest.slot(),
        versions.stream().map(line -> view(line, names)).toList(),
        vouchers.list(call.enterprise(), lineId).stream().map(VoucherView::of).toList());
  }

  private static VersionView view(LedgerLine line, Map<AccountId, String> names) {
    return new VersionView(
        CellView.of(line),
        line.enteredBy().value(),
        names.getOrDefault(line.enteredBy(), line.enteredBy().toString()),
        line.enteredAt().toString(),
        line.reason(),
        switch (line.origin()) {
          case LineOrigin.Manual() -> null;
          case LineOrigin.Imported(var importId, var file, var digest, var sheet, var cell) ->
              new SourceCell(importId, file, digest, sheet, cell);
        });
  }

  @PostMapping("/ledger/lines/{lineId}/vouchers")
  @ResponseStatus(HttpStatus.CREATED)
  @Permission(Right.VOUCHER_ADD)
  Page<VoucherView> attach(
      CallContext call, @PathVariable LineId lineId, @RequestParam MultipartFile file)
      throws IOException {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      return Page.whole(
          vouchers.attach(call, lineId, name == null ? "voucher" : name, content).stream()
              .map(VoucherView::of)
              .toList());
    }
  }

  @GetMapping("/ledger.xlsx")
  @Permission(Right.LEDGER_READ)
  ResponseEntity<byte[]> export(CallContext call, @RequestParam Year year) {
    byte[] workbook =
        LedgerWorkbook.write(
            LedgerView.of(
                year,
                parameters.list(call.enterprise(), year),
                ledger.lines(call.enterprise(), year)),
            year);
    return file(workbook, XLSX, "ledger-" + year + ".xlsx");
  }

  @GetMapping("/ledger.csv")
  @Permission(Right.LEDGER_READ)
  ResponseEntity<byte[]> exportCsv(
      CallContext call,
      @RequestParam Year year,
      @RequestParam(required = false) @Nullable Language language,
      HttpServletRequest request) {
    Language wanted =
        language == null
            ? Language.ofHeader(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
            : language;
    byte[] text =
        LedgerCsv.write(
            LedgerView.of(
                year,
                parameters.list(call.enterprise(), year),
                ledger.lines(call.enterprise(), year)),
            wanted);
    return file(
        text, MediaType.parseMediaType("text/csv;charset=UTF-8"), "ledger-" + year + ".csv");
  }

  private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
