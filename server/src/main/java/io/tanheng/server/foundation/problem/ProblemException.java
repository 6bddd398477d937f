package io.tanheng.server.foundation.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A refused request, thrown at a module's API. Carries one code and, where several things are
/// wrong, the list of them.
public final class ProblemException extends RuntimeException {
  private final transient ProblemCode code;
  private final transient Map<String, Object> args;
  private final transient List<Problem> problems;

  public ProblemException(ProblemCode code) {
    this(code, Map.of(), List.of());
  }

  public ProblemException(ProblemCode code, Map<String, ?> args) {
    this(code, args, List.of());
  }

  public ProblemException(ProblemCode code, Map<String, ?> args, List<Problem> problems) {
    super(code.key() + " " + new TreeMap<>(args));
    this.code = code;
    this.args = new TreeMap<>(args);
    this.problems = List.copyOf(problems);
  }

  public ProblemCode code() {
    return code;
  }

  public Map<String, Object> args() {
    return args;
  }

  public List<Problem> problems() {
    return problems;
  }
}
