package io.tanheng.units;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A value, or every problem that stands in its way.
public sealed interface Result<T> {

  record Success<T>(T value) implements Result<T> {}

  record Failure<T>(List<Problem> problems) implements Result<T> {
    public Failure {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a failure needs at least one problem");
      }
    }
  }

  static <T> Result<T> of(T value) {
    return new Success<>(value);
  }

  static <T> Result<T> failure(Problem problem) {
    return new Failure<>(List.of(problem));
  }

  static <T> Result<T> failure(List<Problem> problems) {
    return new Failure<>(problems);
  }

  default <R> Result<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Success<T>(T value) -> new Success<>(change.apply(value));
      case Failure<T>(List<Problem> problems) -> new Failure<>(problems);
    };
  }

  default <R> Result<R> flatMap(Function<? super T, Result<R>> next) {
    return switch (this) {
      case Success<T>(T value) -> next.apply(value);
      case Failure<T>(List<Problem> problems) -> new Failure<>(problems);
    };
  }

  /// No problem for a success.
  default List<Problem> problems() {
    return switch (this) {
      case Success<T> _ -> List.of();
      case Failure<T>(List<Problem> problems) -> problems;
    };
  }

  default Optional<T> find() {
    return switch (this) {
      case Success<T>(T value) -> Optional.of(value);
      case Failure<T> _ -> Optional.empty();
    };
  }

  /// The value, where a failure would be a bug.
  ///
  /// @throws IllegalStateException that names the problems
  default T require() {
    return switch (this) {
      case Success<T>(T value) -> value;
      case Failure<T>(List<Problem> problems) ->
          throw new IllegalStateException(
              String.join("\n", problems.stream().map(p -> p.text().en()).toList()));
    };
  }
}
