package io.tanheng.server.foundation.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change to an account; what is absent stays as it is.
public record ChangeAccount(
    AccountId account,
    long version,
    @Nullable String name,
    @Nullable String locale,
    @Nullable Boolean enabled,
    @Nullable Set<Grant> grants,
    @Nullable String password,
    boolean unlock) {}
