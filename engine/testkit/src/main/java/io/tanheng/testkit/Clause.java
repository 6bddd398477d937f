package io.tanheng.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which clauses of the guideline a test demonstrates, by their ids: `@Clause("6.2.3-d")`.
///
/// On a class it counts for the class as a whole. [ClauseReport] collects the marks.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Clause {

  String[] value();
}
