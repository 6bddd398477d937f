package io.tanheng.server.operate.measure;

import io.tanheng.units.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A parameter as the API writes it, with the inputs it feeds.
///
/// @param measures what the unit measures, by the base unit; two units convert exactly when theirs
///   are equal
record ParameterResponse(
    UUID id,
    ParameterName name,
    @Nullable UUID unitId,
    String sheet,
    List<String> labels,
    String unit,
    String unitAsWritten,
    String measures,
    ParameterKind kind,
    SignRule signRule,
    ObtainedBy obtainedBy,
    String responsible,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    int position,
    int version,
    List<BindingUse> bindings) {
  /// One input of one source of a method that reads the parameter.
  record BindingUse(String method, String source, String item, String symbol) {}

  static ParameterResponse of(Parameter parameter, List<PlanItem> plan) {
    List<BindingUse> uses =
        plan.stream()
            .flatMap(item ->
                item.definition().inputs().entrySet().stream()
                    .filter(input -> input.getValue().parameters().contains(parameter.id()))
                    .map(input ->
                        new BindingUse(
                            item.definition().method(),
                            item.definition().source(),
                            item.definition().item(),
                            input.getKey())))
            .toList();
    return new ParameterResponse(
        parameter.id().value(),
        parameter.name(),
        parameter.unitId(),
        parameter.sheet(),
        parameter.labels(),
        parameter.unit(),
        parameter.unitAsWritten(),
        Units.standard().require(parameter.unit()).dimension().baseUnit().symbol(),
        parameter.kind(),
        parameter.signRule(),
        parameter.obtainedBy(),
        parameter.responsible(),
        parameter.validFrom(),
        parameter.validTo(),
        parameter.position(),
        parameter.version(),
        uses);
  }
}
