package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is signed in and what they may do. Without a session `account` and `csrfToken` are null.
///
/// `permissions` are all rights held anywhere, to decide which pages to offer; what may be done at
/// one enterprise stands with the enterprise.
record SessionResponse(
    @Nullable AccountPart account,
    @Nullable String csrfToken,
    List<Role> roles,
    List<Right> permissions,
    List<EnterprisePart> enterprises,
    boolean demo,
    boolean setupNeeded) {

  record AccountPart(
      UUID id, String login, String name, String locale, boolean mustChangePassword) {}

  record EnterprisePart(
      UUID id,
      Text name,
      List<Role> roles,
      List<Right> permissions,
      String sector,
      List<String> methods,
      List<Integer> years) {}
}
