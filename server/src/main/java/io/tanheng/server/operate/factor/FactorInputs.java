package io.tanheng.server.operate.factor;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.operate.factor.EnterpriseFactor.Content;
import io.tanheng.server.operate.inventory.MethodInputs;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Whether a factor fits the input of the method it is meant for.
@Component
class FactorInputs {
  private final MethodInputs methods;

  FactorInputs(MethodInputs methods) {
    this.methods = methods;
  }

  void check(Content content) {
    Unit unit =
        switch (Units.standard().parse(content.unit())) {
          case Result.Success<Unit>(Unit parsed) -> parsed;
          case Result.Failure<Unit> _ ->
              throw new ProblemException(
                  FactorProblem.UNIT_UNKNOWN, Map.of("unit", content.unit()));
        };
    if (!methods.isUsable(content.method())) {
      throw new ProblemException(FactorProblem.METHOD_UNKNOWN, Map.of("method", content.method()));
    }
    Collection<Unit> expected =
        methods
            .units(content.method(), content.source(), content.symbol())
            .orElseThrow(() ->
                new ProblemException(
                    FactorProblem.INPUT_UNKNOWN,
                    Map.of(
                        "method", content.method(),
                        "source", content.source(),
                        "symbol", content.symbol())));
    if (expected.stream().noneMatch(unit::convertsTo)) {
      throw new ProblemException(
          FactorProblem.UNIT_UNLIKE,
          Map.of(
              "symbol", content.symbol(),
              "unit", content.unit(),
              "expected",
                  expected.stream()
                      .map(Unit::symbol)
                      .distinct()
                      .collect(Collectors.joining(" / "))));
    }
  }
}
