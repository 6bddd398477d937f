package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.units.Result;
import io.tanheng.units.Unit;
import io.tanheng.units.Units;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The monitoring parameters of an enterprise.
@Service
public class Parameters {
  private final ParameterStore store;

  Parameters(ParameterStore store) {
    this.store = store;
  }

  /// Those watched at any time of the year, in the order of the plan.
  @Transactional(readOnly = true)
  public List<Parameter> list(EnterpriseId enterprise, Year year) {
    return store.list(enterprise).stream().filter(one -> one.isValidIn(year)).toList();
  }

  @Transactional(readOnly = true)
  public List<Parameter> listAll(EnterpriseId enterprise) {
    return store.list(enterprise);
  }

  @Transactional(readOnly = true)
  public Optional<Parameter> find(EnterpriseId enterprise, ParameterId id) {
    return store.find(enterprise, id);
  }

  /// The parameter still watched that a ledger row with this sheet and these labels means.
  @Transactional(readOnly = true)
  public Optional<Parameter> findByLabels(
      EnterpriseId enterprise, String sheet, List<String> labels) {
    String key = Parameter.key(sheet, labels);
    return store.list(enterprise).stream()
        .filter(one -> one.validTo() == null && one.key().equals(key))
        .findFirst();
  }

  @Transactional
  public Parameter define(CallContext call, DefineParameter wanted) {
    Parameter parameter =
        from(ParameterId.next(), wanted, null, store.nextPosition(call.enterprise()), 1);
    if (!store.insert(call, parameter)) {
      throw new ProblemException(
          MeasureProblem.PARAMETER_EXISTS,
          Map.of("sheet", wanted.sheet(), "labels", String.join(" ", wanted.labels())));
    }
    return parameter;
  }

  /// Changes everything but the dimension of the unit: ledger values keep their meaning.
  @Transactional
  public Parameter change(CallContext call, ParameterId id, DefineParameter wanted, long version) {
    Parameter present = require(call.enterprise(), id);
    Parameter changed =
        from(id, wanted, present.validTo(), present.position(), present.version() + 1);
    if (!changed.measuredIn().convertsTo(present.measuredIn())) {
      throw new ProblemException(
          MeasureProblem.UNIT_CANNOT_CHANGE,
          Map.of("name", present.name().text(), "unit", present.unit(), "wanted", changed.unit()));
    }
    return replace(call, present, changed, version);
  }

  /// Stops watching it after the given day; its ledger stays.
  @Transactional
  public Parameter end(CallContext call, ParameterId id, LocalDate lastDay, long version) {
    Parameter present = require(call.enterprise(), id);
    if (lastDay.isBefore(present.validFrom())) {
      throw new ProblemException(
          MeasureProblem.ENDS_BEFORE_IT_BEGINS,
          Map.of("name", present.name().text(), "from", present.validFrom(), "to", lastDay));
    }
    Parameter ended = present.watched(present.validFrom(), lastDay);
    return replace(call, present, ended, version);
  }

  /// Watches it from an earlier day on: a ledger from before its first day was found.
  @Transactional
  public Parameter beginEarlier(
      CallContext call, ParameterId id, LocalDate firstDay, long version) {
    Parameter present = require(call.enterprise(), id);
    if (!firstDay.isBefore(present.validFrom())) {
      throw new IllegalArgumentException(firstDay + " is not before " + present.validFrom());
    }
    return replace(call, present, present.watched(firstDay, present.validTo()), version);
  }

  private Parameter replace(CallContext call, Parameter present, Parameter changed, long version) {
    store.keepPast(call, present.id());
    if (present.version() != version || !store.update(call, changed)) {
      throw new ProblemException(
          MeasureProblem.PARAMETER_VERSION_CONFLICT, Map.of("name", present.name().text()));
    }
    return changed;
  }

  private Parameter require(EnterpriseId enterprise, ParameterId id) {
    return store
        .find(enterprise, id)
        .orElseThrow(() -> new ProblemException(MeasureProblem.PARAMETER_UNKNOWN));
  }

  private static Parameter from(
      ParameterId id,
      DefineParameter wanted,
      @Nullable LocalDate validTo,
      int position,
      int version) {
    if (wanted.labels().isEmpty() || wanted.labels().stream().anyMatch(String::isBlank)) {
      throw new ProblemException(
          MeasureProblem.PARAMETER_WITHOUT_LABEL, Map.of("name", wanted.name().text()));
    }
    return new Parameter(
        id,
        wanted.sheet(),
        wanted.labels(),
        wanted.name(),
        wanted.unitId(),
        unit(wanted).symbol(),
        wanted.unitAsWritten(),
        wanted.kind(),
        wanted.signRule(),
        wanted.obtainedBy(),
        wanted.responsible(),
        wanted.validFrom(),
        validTo,
        position,
        version);
  }

  private static Unit unit(DefineParameter wanted) {
    return switch (Units.standard().parse(wanted.unitAsWritten())) {
      case Result.Success<Unit>(Unit unit) -> unit;
      case Result.Failure<Unit> _ ->
          throw new ProblemException(
              MeasureProblem.UNIT_UNKNOWN,
              Map.of("name", wanted.name().text(), "unit", wanted.unitAsWritten()));
    };
  }
}
