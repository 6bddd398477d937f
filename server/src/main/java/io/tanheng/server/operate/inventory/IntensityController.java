package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.Problem;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What an enterprise watches per unit of output (排放强度) under a method.
@RestController
@RequestMapping("/api/v1/enterprises/{enterpriseId}/intensities")
class IntensityController {
  private final Inventories inventories;

  IntensityController(Inventories inventories) {
    this.inventories = inventories;
  }

  record IntensityName(
      @NotBlank @Size(max = 120) String zh, @NotBlank @Size(max = 120) String en) {}

  /// Either `total` or `sources`; `per` is an output of the plan.
  record IntensityEntry(
      @NotNull @Valid IntensityName name,
      @Nullable @Size(max = 80) String total,
      @NotNull @Size(max = 40) List<@NotNull @Size(max = 80) String> sources,
      @NotNull @Size(max = 40) List<@NotNull @Size(max = 80) String> facilities,
      @NotBlank @Size(max = 80) String per) {

    IntensityDefinition toDefinition() {
      String numerator = total == null ? String.join("+", sources) : total;
      String where = facilities.isEmpty() ? "" : "@" + String.join("+", facilities);
      return new IntensityDefinition(
          numerator + where + "-per-" + per,
          new Text(name.zh().strip(), name.en().strip()),
          total,
          sources,
          facilities,
          per);
    }
  }

  record IntensitiesRequest(
      @NotNull @Size(max = 40) List<@NotNull @Valid IntensityEntry> intensities) {}

  @GetMapping
  @Permission(Right.INVENTORY_READ)
  WatchedIntensities list(CallContext call, @RequestParam String method, @RequestParam int year) {
    InventoryPeriod.requireYear(year);
    return inventories.watched(call.enterprise(), method, Year.of(year));
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Permission(Right.INVENTORY_RUN)
  void define(
      CallContext call, @RequestParam String method, @Valid @RequestBody IntensitiesRequest body) {
    Set<String> keys = new HashSet<>();
    for (IntensityEntry entry : body.intensities()) {
      if ((entry.total() == null) == entry.sources().isEmpty()) {
        throw new ProblemException(
            InventoryProblem.INTENSITIES_REFUSED,
            Map.of(),
            List.of(
                Problem.error(
                    InventoryProblem.NUMERATOR_UNCLEAR, Map.of("intensity", entry.name().zh()))));
      }
      if (!keys.add(entry.toDefinition().key())) {
        throw new ProblemException(
            InventoryProblem.INTENSITY_TWICE, Map.of("intensity", entry.name().zh()));
      }
    }
    inventories.defineIntensities(
        call, method, body.intensities().stream().map(IntensityEntry::toDefinition).toList());
  }
}
