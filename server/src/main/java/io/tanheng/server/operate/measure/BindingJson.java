package io.tanheng.server.operate.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A [Binding] as the API and the database write it; `kind` says which of the other members are
/// there.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BindingJson(
    @NotNull Kind kind,
    @Nullable UUID parameterId,
    @Nullable List<@NotNull @Valid TermJson> terms,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable @Valid Text origin,
    @Nullable String table,
    @Nullable String row,
    @Nullable String column) {
  /// Which binding it is.
  public enum Kind {
    PARAMETER,
    OPENING,
    COMBINATION,
    CONSTANT,
    FACTOR
  }

  /// A term of a combination; `sign` is `+` or `-`.
  public record TermJson(@NotNull String sign, @NotNull UUID parameterId) {}

  static BindingJson of(Binding binding) {
    return switch (binding) {
      case Binding.OfParameter(ParameterId id) ->
          new BindingJson(Kind.PARAMETER, id.value(), null, null, null, null, null, null, null);
      case Binding.Opening(ParameterId id) ->
          new BindingJson(Kind.OPENING, id.value(), null, null, null, null, null, null, null);
      case Binding.Combination(List<Term> terms) ->
          new BindingJson(
              Kind.COMBINATION,
              null,
              terms.stream()
                  .map(term -> new TermJson(term.plus() ? "+" : "-", term.parameterId().value()))
                  .toList(),
              null,
              null,
              null,
              null,
              null,
              null);
      case Binding.Constant(BigDecimal value, String unit, Text origin) ->
          new BindingJson(Kind.CONSTANT, null, null, value, unit, origin, null, null, null);
      case Binding.Factor(String table, String row, String column) ->
          new BindingJson(Kind.FACTOR, null, null, null, null, null, table, row, column);
    };
  }

  /// @param symbol the input it feeds, for the refusal
  Binding toBinding(String symbol) {
    return switch (kind) {
      case PARAMETER ->
          new Binding.OfParameter(new ParameterId(given(parameterId, symbol, "parameterId")));
      case OPENING ->
          new Binding.Opening(new ParameterId(given(parameterId, symbol, "parameterId")));
      case COMBINATION ->
          new Binding.Combination(
              given(terms, symbol, "terms").stream().map(term -> term(term, symbol)).toList());
      case CONSTANT ->
          new Binding.Constant(
              given(value, symbol, "value"),
              given(unit, symbol, "unit"),
              given(origin, symbol, "origin"));
      case FACTOR ->
          new Binding.Factor(
              given(table, symbol, "table"),
              given(row, symbol, "row"),
              given(column, symbol, "column"));
    };
  }

  private static Term term(TermJson term, String symbol) {
    if (!term.sign().equals("+") && !term.sign().equals("-")) {
      throw invalid(symbol, "sign");
    }
    return new Term(term.sign().equals("+"), new ParameterId(term.parameterId()));
  }

  private static <T> T given(@Nullable T member, String symbol, String name) {
    if (member == null) {
      throw invalid(symbol, name);
    }
    return member;
  }

  private static ProblemException invalid(String symbol, String name) {
    return new ProblemException(
        MeasureProblem.PLAN_ITEM_INVALID, Map.of("symbol", symbol, "member", name));
  }
}
