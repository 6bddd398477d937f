package io.tanheng.server.operate.evaluation;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people enter to evaluate results: kept in versions, with who, when and why.
@Service
public class Entries {
  private final EntryStore store;

  Entries(EntryStore store) {
    this.store = store;
  }

  /// What holds: the last versions that are not withdrawn.
  @Transactional(readOnly = true)
  <T> List<Entry<T>> list(EnterpriseId enterprise, Entry.Kind kind, Class<T> form) {
    return store.list(enterprise, kind, form).stream()
        .filter(entry -> entry.state() != Entry.State.WITHDRAWN)
        .toList();
  }

  /// A new entry, or a new version of one that was withdrawn; one that holds is refused.
  @Transactional
  <T> Entry<T> add(CallContext call, Entry.Kind kind, String subject, T content, Class<T> form) {
    store.lock(call.enterprise());
    Optional<Entry<T>> before = store.findBySubject(call.enterprise(), kind, subject, form);
    if (before.filter(one -> one.state() != Entry.State.WITHDRAWN).isPresent()) {
      throw new ProblemException(EvaluationProblem.ALREADY_ENTERED);
    }
    return write(
        call,
        kind,
        before.map(Entry::id).orElseGet(EntryId::next),
        before.map(one -> one.version() + 1).orElse(1),
        subject,
        content,
        Entry.State.HELD);
  }

  /// A new version of what holds under the subject, or the first one.
  @Transactional
  <T> Entry<T> put(CallContext call, Entry.Kind kind, String subject, T content, Class<T> form) {
    store.lock(call.enterprise());
    Optional<Entry<T>> before = store.findBySubject(call.enterprise(), kind, subject, form);
    return write(
        call,
        kind,
        before.map(Entry::id).orElseGet(EntryId::next),
        before.map(one -> one.version() + 1).orElse(1),
        subject,
        content,
        Entry.State.HELD);
  }

  /// Other content under the same subject; an acceptance of the old content no longer counts.
  @Transactional
  <T> Entry<T> change(
      CallContext call,
      Entry.Kind kind,
      EntryId id,
      long version,
      String subject,
      T content,
      Class<T> form) {
    store.lock(call.enterprise());
    Entry<T> before = require(call.enterprise(), kind, id, version, form);
    if (!before.subject().equals(subject)) {
      throw new ProblemException(EvaluationProblem.SUBJECT_FIXED);
    }
    return write(call, kind, id, before.version() + 1, subject, content, Entry.State.HELD);
  }

  /// Takes an entry back, with the reason of the call.
  @Transactional
  <T> void withdraw(CallContext call, Entry.Kind kind, EntryId id, long version, Class<T> form) {
    store.lock(call.enterprise());
    if (call.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
      throw new ProblemException(EvaluationProblem.REASON_MISSING);
    }
    Entry<T> before = require(call.enterprise(), kind, id, version, form);
    write(
        call,
        kind,
        id,
        before.version() + 1,
        before.subject(),
        before.content(),
        Entry.State.WITHDRAWN);
  }

  /// Accepts what somebody else entered.
  @Transactional
  <T> Entry<T> accept(CallContext call, Entry.Kind kind, EntryId id, long version, Class<T> form) {
    store.lock(call.enterprise());
    Entry<T> before = require(call.enterprise(), kind, id, version, form);
    if (before.state() == Entry.State.ACCEPTED) {
      throw new ProblemException(EvaluationProblem.ALREADY_ACCEPTED);
    }
    if (before.author().equals(call.account())) {
      throw new ProblemException(EvaluationProblem.ACCEPTS_OWN_ENTRY);
    }
    write(
        call,
        kind,
        id,
        before.version() + 1,
        before.subject(),
        before.content(),
        Entry.State.ACCEPTED);
    return store.find(call.enterprise(), kind, id, form).orElseThrow();
  }

  private <T> Entry<T> require(
      EnterpriseId enterprise, Entry.Kind kind, EntryId id, long version, Class<T> form) {
    Entry<T> entry =
        store
            .find(enterprise, kind, id, form)
            .filter(one -> one.state() != Entry.State.WITHDRAWN)
            .orElseThrow(() -> new ProblemException(EvaluationProblem.ENTRY_UNKNOWN));
    if (entry.version() != version) {
      throw new ProblemException(
          EvaluationProblem.ENTRY_CHANGED, Map.of("version", entry.version()));
    }
    return entry;
  }

  private <T> Entry<T> write(
      CallContext call,
      Entry.Kind kind,
      EntryId id,
      int version,
      String subject,
      T content,
      Entry.State state) {
    Entry<T> entry =
        new Entry<>(
            id,
            version,
            subject,
            content,
            state,
            call.reason().map(String::strip).filter(reason -> !reason.isEmpty()).orElse(null),
            call.account(),
            call.account(),
            call.time());
    store.insert(call, kind, entry);
    return entry;
  }
}
