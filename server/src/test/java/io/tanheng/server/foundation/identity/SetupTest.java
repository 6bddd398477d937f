package io.tanheng.server.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanheng.server.TestDatabase;
import io.tanheng.server.foundation.problem.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// On a database of its own, because only an empty one is set up.
class SetupTest {
  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private Setup setup;

  @BeforeEach
  void emptyDatabase() {
    DataSource source = TestDatabase.create().dataSource();
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/identity")
        .load()
        .migrate();
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    AccountStore store = new AccountStore(jdbc);
    AccountEventStore events = new AccountEventStore(jdbc);
    Accounts accounts =
        new Accounts(
            store,
            new SessionStore(jdbc),
            new LoginGuardStore(jdbc),
            events,
            new Passwords(),
            new StaticListableBeanFactory().getBeanProvider(EnterpriseDirectory.class),
            Clock.systemUTC());
    setup = new Setup(new SetupStore(jdbc), store, accounts, events, Clock.systemUTC());
  }

  @Test
  void makes_one_administrator_of_the_token() {
    String token = setup.issueToken().orElseThrow();

    create(token, "first-admin");

    assertThat(setup.isNeeded()).isFalse();
    assertThat(setup.issueToken()).isEmpty();
    assertThat(jdbc.sql("select role from identity.account_grant").query(String.class).list())
        .containsExactly("IT_ADMIN");
  }

  @Test
  void refuses_a_token_it_did_not_print() {
    setup.issueToken();

    assertThatThrownBy(() -> create("A".repeat(43), "first-admin"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo(IdentityProblem.SETUP_TOKEN_WRONG));
    assertThat(setup.isNeeded()).isTrue();
  }

  @Test
  void honours_only_the_token_printed_last() {
    String first = setup.issueToken().orElseThrow();
    String second = setup.issueToken().orElseThrow();

    assertThatThrownBy(() -> create(first, "first-admin")).isInstanceOf(ProblemException.class);
    create(second, "first-admin");

    assertThat(setup.isNeeded()).isFalse();
  }

  @Test
  void keeps_the_token_when_the_password_is_refused() {
    String token = setup.issueToken().orElseThrow();

    assertThatThrownBy(() ->
            transaction.execute(
                _ -> setup.createAdministrator(token, "first-admin", "管理员", "short")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo(IdentityProblem.PASSWORD_TOO_SHORT));

    create(token, "first-admin");
    assertThat(setup.isNeeded()).isFalse();
  }

  @Test
  void lets_one_of_many_at_once_through() throws Exception {
    String token = setup.issueToken().orElseThrow();
    CountDownLatch start = new CountDownLatch(1);

    List<Future<Optional<AccountId>>> futures = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        String login = "admin-" + i;
        futures.add(
            threads.submit(() -> {
              start.await();
              try {
                return Optional.of(create(token, login));
              } catch (ProblemException refused) {
                return Optional.empty();
              }
            }));
      }
      start.countDown();
    }

    int made = 0;
    for (Future<Optional<AccountId>> future : futures) {
      made += future.get().isPresent() ? 1 : 0;
    }
    assertThat(made).isEqualTo(1);
    assertThat(jdbc.sql("select count(*) from identity.account").query(Long.class).single())
        .isEqualTo(1L);
  }

  @Test
  void stores_the_token_as_a_hash_only() {
    String token = setup.issueToken().orElseThrow();

    String stored =
        jdbc.sql("select encode(token_hash, 'escape') from identity.setup_token")
            .query(String.class)
            .single();

    assertThat(stored).doesNotContain(token);
  }

  private AccountId create(String token, String login) {
    AccountId id =
        transaction.execute(
            _ -> setup.createAdministrator(token, login, "管理员", "Quiet-lanterns-7"));
    if (id == null) {
      throw new IllegalStateException("no account");
    }
    return id;
  }
}
