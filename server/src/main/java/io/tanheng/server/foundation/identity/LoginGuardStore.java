package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.wire.SqlTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts log-in attempts per subject: a log-in name (`login:…`) or an address (`address:…`).
///
/// An attempt is counted *before* the password is looked at, in one statement, so that any number
/// of attempts at once cannot pass the limit together.
@Repository
class LoginGuardStore {
  private final JdbcClient jdbc;

  LoginGuardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Counts one attempt. False when the subject is blocked; the attempt that reaches the limit is
  /// still allowed, and blocks those after it.
  boolean count(String subject, int limit, Instant now) {
    return jdbc.sql(
            """
            insert into identity.login_guard as g (subject, attempts, rounds, blocked_until, last_at)
            values (:subject, 1, 0, null, :now)
                on conflict (subject) do update
               set attempts = case
                     when g.blocked_until is not null or g.last_at < :forget then 1
                     else g.attempts + 1
                   end,
                   rounds = case
                     when g.last_at < :forget then 0
                     when g.blocked_until is null and g.attempts + 1 >= :limit then g.rounds + 1
                     else g.rounds
                   end,
                   blocked_until = case
                     when g.blocked_until is null and g.last_at >= :forget and g.attempts + 1 >= :limit
                     then :now + least(:firstBlock * power(2, least(g.rounds, 20)), :longestBlock)
                               * interval '1 second'
                     else null
                   end,
                   last_at = :now
             where g.blocked_until is null
                or g.blocked_until <= :now
            returning attempts
            """)
        .param("subject", subject)
        .param("limit", limit)
        .param("now", SqlTime.of(now))
        .param("forget", SqlTime.of(now.minus(IdentityLimits.FORGET_AFTER)))
        .param("firstBlock", IdentityLimits.FIRST_BLOCK.toSeconds())
        .param("longestBlock", IdentityLimits.LONGEST_BLOCK.toSeconds())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  Optional<Instant> blockedUntil(String subject, Instant now) {
    return jdbc.sql(
            """
            select blocked_until
              from identity.login_guard
             where subject = :subject
               and blocked_until > :now
            """)
        .param("subject", subject)
        .param("now", SqlTime.of(now))
        .query((row, _) -> SqlTime.require(row, "blocked_until"))
        .optional();
  }

  /// After a success: the subject starts from nothing.
  void forget(String subject) {
    jdbc.sql("delete from identity.login_guard where subject = :subject")
        .param("subject", subject)
        .update();
  }

  /// After a success: the attempt was none. A block it caused is lifted again.
  void giveBack(String subject) {
    jdbc.sql(
            """
            update identity.login_guard
               set attempts = greatest(attempts - 1, 0), blocked_until = null
             where subject = :subject
            """)
        .param("subject", subject)
        .update();
  }

  int deleteOld(Instant now) {
    return jdbc.sql("delete from identity.login_guard where last_at < :forget")
        .param("forget", SqlTime.of(now.minus(IdentityLimits.FORGET_AFTER)))
        .update();
  }
}
