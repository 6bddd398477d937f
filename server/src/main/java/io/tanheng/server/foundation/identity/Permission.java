package io.tanheng.server.foundation.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right a handler needs. Every handler states one; a handler without is never called.
///
/// Where the path holds `{enterpriseId}`, the right must be held at that enterprise: a caller
/// without any right there gets 404, as if it did not exist; a caller with other rights there gets
/// 403.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {
  Right value();
}
