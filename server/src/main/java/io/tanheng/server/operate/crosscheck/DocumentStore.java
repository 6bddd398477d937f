package io.tanheng.server.operate.crosscheck;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.wire.SqlTime;
import io.tanheng.server.operate.crosscheck.Document.Money;
import io.tanheng.server.operate.crosscheck.Document.Registers;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files and their rows; only ever added.
@Repository
class DocumentStore {
  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Makes imports of one enterprise wait for each other until the transaction ends.
  void lock(EnterpriseId enterprise) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('crosscheck' || :enterpriseId, 0))")
        .param("enterpriseId", enterprise.toString())
        .query((row, number) -> true)
        .list();
  }

  void insertFile(CallContext call, DocumentFile file) {
    jdbc.sql(
            """
            insert into crosscheck.document_file
                   (file_id, enterprise_id, kind, digest, file_name, row_count, imported_by,
                    imported_at)
            values (:fileId, :enterpriseId, :kind, :digest, :fileName, :rows, :account, :at)
            """)
        .param("fileId", file.id().value())
        .param("enterpriseId", call.enterprise().value())
        .param("kind", file.kind().name())
        .param("digest", file.digest())
        .param("fileName", file.fileName())
        .param("rows", file.rows())
        .param("account", file.importedBy().value())
        .param("at", SqlTime.of(file.importedAt()))
        .update();
  }

  void insertWithdrawal(CallContext call, FileId file, String reason) {
    jdbc.sql(
            """
            insert into crosscheck.file_withdrawal
                   (file_id, enterprise_id, reason, withdrawn_by, withdrawn_at)
            values (:fileId, :enterpriseId, :reason, :account, :at)
            """)
        .param("fileId", file.value())
        .param("enterpriseId", call.enterprise().value())
        .param("reason", reason)
        .param("account", call.account().value())
        .param("at", SqlTime.of(call.time()))
        .update();
  }

  /// Newest first, the withdrawn ones too.
  List<DocumentFile> files(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select f.file_id, f.kind, f.digest, f.file_name, f.row_count, f.imported_by,
                   f.imported_at, w.reason, w.withdrawn_by, w.withdrawn_at
              from crosscheck.document_file f
              left join crosscheck.file_withdrawal w
                     on w.file_id = f.file_id and w.enterprise_id = f.enterprise_id
             where f.enterprise_id = :enterpriseId
             order by f.imported_at desc, f.file_id desc
            """)
        .param("enterpriseId", enterprise.value())
        .query(DocumentStore::toFile)
        .list();
  }

  void insert(EnterpriseId enterprise, Document document) {
    Registers registers = document.registers();
    jdbc.sql(
            """
            insert into crosscheck.document
                   (document_id, enterprise_id, file_id, row_number, kind, number, direction,
                    partner, item, quantity, unit, unit_as_written, price, month, valid_from,
                    valid_to, contract_number, net_yuan, tax_rate, tax_yuan, gross_yuan,
                    metering_point, meter_number, register_start, register_end, multiplier, note)
            values (:documentId, :enterpriseId, :fileId, :row, :kind, :number, :direction,
                    :partner, :item, :quantity, :unit, :unitAsWritten, :price, :month, :validFrom,
                    :validTo, :contractNumber, :net, :taxRate, :tax, :gross,
                    :meteringPoint, :meterNumber, :start, :end, :multiplier, :note)
            """)
        .param("documentId", document.id().value())
        .param("enterpriseId", enterprise.value())
        .param("fileId", document.file().value())
        .param("row", document.row())
        .param("kind", document.kind().name())
        .param("number", document.number())
        .param("direction", document.direction().name())
        .param("partner", document.partner())
        .param("item", document.item())
        .param("quantity", document.quantity())
        .param("unit", document.unit())
        .param("unitAsWritten", document.unitAsWritten())
        .param("price", document.price())
        .param("month", document.month() == null ? null : document.month().atDay(1))
        .param("validFrom", document.validFrom())
        .param("validTo", document.validTo())
        .param("contractNumber", document.contractNumber())
        .param("net", document.money().net())
        .param("taxRate", document.money().taxRate())
        .param("tax", document.money().tax())
        .param("gross", document.money().gross())
        .param("meteringPoint", document.meteringPoint())
        .param("meterNumber", registers == null ? null : registers.meterNumber())
        .param("start", registers == null ? null : registers.start())
        .param("end", registers == null ? null : registers.end())
        .param("multiplier", registers == null ? null : registers.multiplier())
        .param("note", document.note())
        .update();
  }

  /// The rows of files that were not withdrawn, in the order of import and row.
  List<Document> documents(EnterpriseId enterprise) {
    return jdbc.sql(
            """
            select d.document_id, d.file_id, d.row_number, d.kind, d.number, d.direction, d.partner,
                   d.item, d.quantity, d.unit, d.unit_as_written, d.price, d.month, d.valid_from,
                   d.valid_to, d.contract_number, d.net_yuan, d.tax_rate, d.tax_yuan, d.gross_yuan,
                   d.metering_point, d.meter_number, d.register_start, d.register_end,
                   d.multiplier, d.note
              from crosscheck.document d
              join crosscheck.document_file f
                on f.file_id = d.file_id and f.enterprise_id = d.enterprise_id
             where d.enterprise_id = :enterpriseId
               and not exists (select 1
                                 from crosscheck.file_withdrawal w
                                where w.file_id = d.file_id
                                  and w.enterprise_id = :enterpriseId)
             order by f.imported_at, f.file_id, d.row_number
            """)
        .param("enterpriseId", enterprise.value())
        .query(DocumentStore::toDocument)
        .list();
  }

  private static DocumentFile toFile(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    Instant at = SqlTime.find(row, "withdrawn_at").orElse(null);
    return new DocumentFile(
        new FileId(row.getObject("file_id", UUID.class)),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("digest"),
        row.getString("file_name"),
        row.getInt("row_count"),
        new AccountId(row.getObject("imported_by", UUID.class)),
        SqlTime.require(row, "imported_at"),
        reason == null || at == null
            ? null
            : new DocumentFile.Withdrawal(
                reason, new AccountId(row.getObject("withdrawn_by", UUID.class)), at));
  }

  private static Document toDocument(ResultSet row, int number) throws SQLException {
    LocalDate month = row.getObject("month", LocalDate.class);
    return new Document(
        new DocumentId(row.getObject("document_id", UUID.class)),
        new FileId(row.getObject("file_id", UUID.class)),
        row.getInt("row_number"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("number"),
        Direction.valueOf(row.getString("direction")),
        row.getString("partner"),
        row.getString("item"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getString("unit_as_written"),
        row.getBigDecimal("price"),
        month == null ? null : YearMonth.from(month),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("contract_number"),
        new Money(
            row.getBigDecimal("net_yuan"),
            row.getBigDecimal("tax_rate"),
            row.getBigDecimal("tax_yuan"),
            row.getBigDecimal("gross_yuan")),
        row.getString("metering_point"),
        registers(row),
        row.getString("note"));
  }

  private static @Nullable Registers registers(ResultSet row) throws SQLException {
    BigDecimal start = row.getBigDecimal("register_start");
    return start == null
        ? null
        : new Registers(
            row.getString("meter_number"),
            start,
            row.getBigDecimal("register_end"),
            row.getBigDecimal("multiplier"));
  }
}
