package io.tanheng.server.operate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.testkit.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Clause({"6.2.2.2", "4.2-d"})
class LedgerTest {
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired Ledger ledger;
  @Autowired Parameters parameters;
  @Autowired JdbcClient jdbc;

  private final EnterpriseId enterprise = EnterpriseId.next();
  private final CallContext call =
      new CallContext(AccountId.next(), enterprise, Instant.parse("2025-02-03T01:02:03Z"), null);
  private Parameter coal;

  @BeforeEach
  void define() {
    coal = define("原煤消耗量", "吨", ParameterKind.FLOW, SignRule.NONNEGATIVE);
  }

  private Parameter define(String label, String unit, ParameterKind kind, SignRule sign) {
    return parameters.define(
        call,
        new DefineParameter(
            "化石燃料",
            List.of("1#锅炉", label),
            ParameterName.of("1#锅炉 " + label),
            null,
            unit,
            kind,
            sign,
            ObtainedBy.MEASURED,
            "运行部",
            LocalDate.of(2025, 1, 1)));
  }

  private static LineEntry entry(
      Parameter parameter, YearMonth month, @Nullable String value, String unit, long version) {
    return new LineEntry(
        new LineKey(parameter.id(), month, Slot.MONTH),
        value == null ? null : new BigDecimal(value),
        value,
        unit,
        version,
        new LineOrigin.Manual(),
        List.of());
  }

  private LedgerLine enter(String value) {
    return ledger.record(call, List.of(entry(coal, JANUARY, value, "吨", 0))).getFirst();
  }

  @Test
  void keeps_the_value_as_written_and_in_the_unit_of_the_parameter() {
    LedgerLine line =
        ledger.record(call, List.of(entry(coal, JANUARY, "1.25", "万吨", 0))).getFirst();

    LedgerLine stored = ledger.find(enterprise, line.id()).orElseThrow();
    assertThat(stored.value()).isEqualByComparingTo("12500");
    assertThat(stored.unit()).isEqualTo("t");
    assertThat(stored.writtenValue()).isEqualByComparingTo("1.25");
    assertThat(stored.unitAsWritten()).isEqualTo("万吨");
    assertThat(stored.enteredBy()).isEqualTo(call.account());
    assertThat(stored.enteredAt()).isEqualTo(call.time());
  }

  @Test
  void keeps_a_value_as_written_where_its_conversion_is_no_finite_decimal() {
    Parameter heat = define("发热量", "kcal/kg", ParameterKind.QUALITY, SignRule.NONNEGATIVE);

    LedgerLine line =
        ledger.record(call, List.of(entry(heat, JANUARY, "22000", "kJ/kg", 0))).getFirst();

    assertThat(line.value()).isEqualByComparingTo("22000");
    assertThat(line.unit()).isEqualTo("kJ/kg");
  }

  @Test
  void keeps_every_version_with_who_when_and_why() {
    LedgerLine first = enter("100");

    ledger.record(
        call.because("看错一位"), List.of(entry(coal, JANUARY, "1000", "吨", first.version())));

    assertThat(ledger.history(enterprise, first.id()))
        .extracting(line -> line.value().intValue() + " " + line.version() + " " + line.reason())
        .containsExactly("1000 2 看错一位", "100 1 null");
  }

  @Test
  void changes_nothing_when_the_value_is_the_same() {
    LedgerLine first = enter("100");

    LedgerLine again =
        ledger.record(call, List.of(entry(coal, JANUARY, "100.0", "吨", 0))).getFirst();

    assertThat(again.version()).isEqualTo(first.version());
    assertThat(ledger.history(enterprise, first.id())).hasSize(1);
  }

  @Test
  void records_a_batch_whole_or_not_at_all() {
    assertThatThrownBy(() ->
            ledger.record(
                call,
                List.of(
                    entry(coal, JANUARY, "100", "吨", 0),
                    entry(coal, JANUARY.plusMonths(1), "-1", "吨", 0),
                    entry(coal, JANUARY.plusMonths(2), "3", "GJ", 0))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> problem.code())
                    .containsExactly("ledger.negative-not-allowed", "ledger.unit-mismatch"));

    assertThat(ledger.lines(enterprise, java.time.Year.of(2025))).isEmpty();
  }

  @Test
  void refuses_a_change_based_on_an_old_version() {
    LedgerLine first = enter("100");
    ledger.record(call, List.of(entry(coal, JANUARY, "110", "吨", first.version())));

    assertRefused(
        LedgerProblem.VERSION_CONFLICT,
        () -> ledger.record(call, List.of(entry(coal, JANUARY, "120", "吨", first.version()))));
  }

  @Test
  void refuses_to_change_a_confirmed_line_until_it_is_reopened_with_a_reason() {
    LedgerLine open = enter("100");
    LedgerLine confirmed = ledger.confirm(call, List.of(at(open))).getFirst();

    assertThat(confirmed.state()).isEqualTo(LineState.CONFIRMED);
    assertRefused(
        LedgerProblem.LINE_CONFIRMED,
        () -> ledger.record(call, List.of(entry(coal, JANUARY, "1", "吨", confirmed.version()))));
    assertRefused(LedgerProblem.REASON_NEEDED, () -> ledger.reopen(call, List.of(at(confirmed))));

    LedgerLine reopened = ledger.reopen(call.because("磅单更正"), List.of(at(confirmed))).getFirst();
    assertThat(reopened.state()).isEqualTo(LineState.OPEN);
    assertThat(reopened.reason()).isEqualTo("磅单更正");
  }

  @Test
  void refuses_to_confirm_what_has_no_value() {
    LedgerLine line = enter("100");
    LedgerLine cleared =
        ledger.record(call, List.of(entry(coal, JANUARY, null, "吨", line.version()))).getFirst();

    assertRefused(LedgerProblem.LINE_EMPTY, () -> ledger.confirm(call, List.of(at(cleared))));
  }

  @Test
  void lets_exactly_one_of_two_people_confirm_the_same_version() throws Exception {
    for (int round = 0; round < 10; round++) {
      LedgerLine line =
          ledger
              .record(call, List.of(entry(coal, JANUARY.plusMonths(round), "5", "吨", 0)))
              .getFirst();

      List<String> outcomes = atOnce(() -> ledger.confirm(call, List.of(at(line))));

      assertThat(outcomes).containsExactlyInAnyOrder("done", "ledger.version-conflict");
      assertThat(ledger.history(enterprise, line.id())).hasSize(2);
    }
  }

  @Test
  void lets_exactly_one_of_two_people_enter_the_first_value() throws Exception {
    for (int round = 0; round < 10; round++) {
      YearMonth month = JANUARY.plusMonths(round);
      List<String> values = List.of("1", "2");
      java.util.concurrent.atomic.AtomicInteger next =
          new java.util.concurrent.atomic.AtomicInteger();

      List<String> outcomes =
          atOnce(() ->
              ledger.record(
                  call, List.of(entry(coal, month, values.get(next.getAndIncrement()), "吨", 0))));

      assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
      assertThat(ledger.lines(enterprise, List.of(coal.id()), month, month)).hasSize(1);
    }
  }

  @Test
  void never_shows_a_line_to_another_enterprise() {
    LedgerLine line = enter("100");

    assertThat(ledger.find(EnterpriseId.next(), line.id())).isEmpty();
    CallContext stranger = new CallContext(call.account(), EnterpriseId.next(), call.time(), null);
    assertRefused(LedgerProblem.LINE_UNKNOWN, () -> ledger.confirm(stranger, List.of(at(line))));
  }

  @Test
  void has_a_database_that_refuses_to_change_what_was_recorded() {
    LedgerLine line = enter("100");

    assertThatThrownBy(() ->
            jdbc.sql("update ledger.line_version set value = 1 where line_id = :id")
                .param("id", line.id().value())
                .update())
        .hasMessageContaining("never changed");
  }

  private static LineVersion at(LedgerLine line) {
    return new LineVersion(line.id(), line.version());
  }

  private static void assertRefused(LedgerProblem code, Callable<?> action) {
    assertThatThrownBy(action::call)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  /// The action by two callers who start together: `done`, or the code of the refusal.
  private static List<String> atOnce(Callable<?> action) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<String> outcomes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        running.add(
            threads.submit(() -> {
              start.await();
              try {
                action.call();
                return "done";
              } catch (ProblemException refused) {
                return refused.code().key();
              }
            }));
      }
      for (Future<String> one : running) {
        outcomes.add(one.get());
      }
    }
    return outcomes;
  }
}
