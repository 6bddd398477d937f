package io.tanheng.server.operate.inventory;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.Accounts;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.FigureTrace.Input;
import io.tanheng.server.operate.inventory.FigureTrace.LedgerOrigin;
import io.tanheng.server.operate.inventory.FigureTrace.Origin;
import io.tanheng.server.operate.inventory.FigureTrace.Person;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineId;
import io.tanheng.server.operate.ledger.LineState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Explains the inputs of a formula down to what they were read from: ledger lines with who entered
/// and confirmed them, factors, stated constants, or the route that made them.
final class TraceInputs {
  private static final Text ABSENT = new Text("未填报，按0计", "nothing entered, taken as zero");

  private final EnterpriseId enterprise;
  private final InventoryHead head;
  private final Ledger ledger;
  private final Accounts accounts;
  private Map<AccountId, String> names;
  private final Map<UUID, List<LedgerLine>> histories = new HashMap<>();

  TraceInputs(EnterpriseId enterprise, InventoryHead head, Ledger ledger, Accounts accounts) {
    this.enterprise = enterprise;
    this.head = head;
    this.ledger = ledger;
    this.accounts = accounts;
    this.names = accounts.names(Set.of(new AccountId(head.createdBy())));
  }

  private record Signatures(
      UUID enteredBy,
      Instant enteredAt,
      @Nullable UUID confirmedBy,
      @Nullable Instant confirmedAt) {}

  /// The inputs of a formula.
  ///
  /// @param drawn what was given, by symbol; [#load] must have seen it
  List<Input> inputs(RowTrace.Step step, Map<String, StoredInput> drawn) {
    List<Input> inputs = new ArrayList<>();
    for (RowTrace.Input input : step.inputs()) {
      inputs.add(input(input, drawn));
    }
    return inputs;
  }

  Input input(RowTrace.Input input, Map<String, StoredInput> drawn) {
    StoredInput given = input.given() == null ? null : drawn.get(input.given());
    return switch (input.kind()) {
      case FACTOR -> of(input, Origin.FACTOR, null, input.factor(), null, null);
      case CONSTANT -> absent(input);
      case ROUTE -> {
        RowTrace.Route route = Objects.requireNonNull(input.route());
        yield of(
            input,
            Origin.ROUTE,
            null,
            null,
            null,
            new FigureTrace.RouteOrigin(
                route.id(),
                route.name(),
                route.step().formula(),
                route.step().substituted(),
                route.step().value(),
                route.step().unit(),
                inputs(route.step(), drawn)));
      }
      case GIVEN -> {
        if (given == null) {
          throw new IllegalStateException(
              "inventory " + head.id() + ": no origin of " + input.symbol());
        }
        Input own = drawn(input.symbol(), input.name(), given);
        yield new Input(
            own.symbol(),
            own.name(),
            input.value(),
            input.unit(),
            own.asWritten(),
            own.origin(),
            own.ledger(),
            own.factor(),
            own.constant(),
            own.route());
      }
    };
  }

  /// An input as it was drawn: one ledger line, several put together, or a stated constant.
  Input drawn(String symbol, Text name, StoredInput input) {
    if (input.constant() != null) {
      return new Input(
          symbol,
          name,
          input.value(),
          input.unit(),
          null,
          Origin.CONSTANT,
          null,
          null,
          input.constant(),
          null);
    }
    if (input.lines().size() == 1 && input.lines().getFirst().plus()) {
      return line(symbol, name, input.lines().getFirst());
    }
    List<Input> parts = new ArrayList<>();
    List<String> signed = new ArrayList<>();
    for (StoredInput.Line line : input.lines()) {
      Input part = line("x_" + (parts.size() + 1), line.parameter(), line);
      parts.add(part);
      String sign = line.plus() ? (signed.isEmpty() ? "" : "+ ") : "- ";
      signed.add(sign + line.value() + " " + line.unit());
    }
    String text = String.join(" ", signed);
    return new Input(
        symbol,
        name,
        input.value(),
        input.unit(),
        null,
        Origin.ROUTE,
        null,
        null,
        null,
        new FigureTrace.RouteOrigin(
            "combination",
            new Text("台账数值合成", "ledger values put together"),
            new RowTrace.FormulaText("Σ ± x", "\\sum_i \\pm x_i"),
            new RowTrace.FormulaText(text, "\\text{" + text + "}"),
            input.value(),
            input.unit(),
            parts));
  }

  private Input line(String symbol, Text name, StoredInput.Line line) {
    StoredInput.Imported imported = line.imported();
    String written = line.asWritten() == null ? line.value() : line.asWritten();
    Signatures signed = signatures(line);
    return new Input(
        symbol,
        name,
        line.value(),
        line.unit(),
        written + " " + line.asWrittenUnit(),
        Origin.LEDGER,
        new LedgerOrigin(
            line.lineId(),
            line.version(),
            line.parameterId(),
            line.parameter(),
            line.month(),
            line.slot().equals("OPENING"),
            line.state(),
            person(signed.enteredBy()),
            signed.enteredAt(),
            signed.confirmedBy() == null ? null : person(signed.confirmedBy()),
            signed.confirmedAt(),
            line.reason(),
            imported == null ? null : imported.importId(),
            imported == null ? null : imported.file(),
            imported == null ? null : imported.fileDigest(),
            imported == null ? null : imported.sheet(),
            imported == null ? null : imported.cell(),
            line.vouchers()),
        null,
        null,
        null);
  }

  /// A term that is zero because nothing was given for it.
  static Input absent(RowTrace.Input input) {
    return of(input, Origin.CONSTANT, null, null, ABSENT, null);
  }

  private static Input of(
      RowTrace.Input input,
      Origin origin,
      @Nullable LedgerOrigin ledger,
      RowTrace.@Nullable Factor factor,
      @Nullable Text constant,
      FigureTrace.@Nullable RouteOrigin route) {
    return new Input(
        input.symbol(),
        input.name(),
        input.value(),
        input.unit(),
        null,
        origin,
        ledger,
        factor,
        constant,
        route);
  }

  /// Reads what is known of the persons behind the values.
  void load(Iterable<StoredInput> inputs) {
    Set<AccountId> people = new HashSet<>();
    people.add(new AccountId(head.createdBy()));
    for (StoredInput input : inputs) {
      for (StoredInput.Line line : input.lines()) {
        histories.computeIfAbsent(line.lineId(), id -> ledger.history(enterprise, new LineId(id)));
        Signatures signed = signatures(line);
        people.add(new AccountId(signed.enteredBy()));
        if (signed.confirmedBy() != null) {
          people.add(new AccountId(signed.confirmedBy()));
        }
      }
    }
    names = accounts.names(people);
  }

  /// Who entered the value and who confirmed it, from the versions up to the one that was used.
  private Signatures signatures(StoredInput.Line line) {
    Signatures signed = new Signatures(line.enteredBy(), line.enteredAt(), null, null);
    List<LedgerLine> newestFirst = histories.getOrDefault(line.lineId(), List.of());
    for (LedgerLine version : newestFirst) {
      boolean same = version.quantity().map(Shown::decimal).orElse("").equals(line.value());
      if (version.version() > line.version()) {
        continue;
      }
      if (!same) {
        break;
      }
      boolean confirms = version.state() != LineState.OPEN;
      signed =
          confirms
              ? new Signatures(
                  version.enteredBy().value(),
                  version.enteredAt(),
                  version.enteredBy().value(),
                  version.enteredAt())
              : new Signatures(
                  version.enteredBy().value(),
                  version.enteredAt(),
                  signed.confirmedBy(),
                  signed.confirmedAt());
    }
    return signed;
  }

  Person person(UUID id) {
    return new Person(id, names.getOrDefault(new AccountId(id), id.toString()));
  }
}
