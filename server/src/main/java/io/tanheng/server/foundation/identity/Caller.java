package io.tanheng.server.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Who a request comes from, once it has passed the permission check; for what stands between the
/// check and the handler.
public final class Caller {
  private Caller() {}

  public static Optional<AccountId> account(HttpServletRequest request) {
    return PermissionInterceptor.live(request).map(live -> live.account().id());
  }

  /// The enterprise of the path, which the caller may see.
  public static Optional<EnterpriseId> enterprise(HttpServletRequest request) {
    return PermissionInterceptor.scope(request);
  }
}
