package io.tanheng.server.demo;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseDirectory;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.measure.DefineParameter;
import io.tanheng.server.operate.measure.ObtainedBy;
import io.tanheng.server.operate.measure.Parameter;
import io.tanheng.server.operate.measure.ParameterId;
import io.tanheng.server.operate.measure.ParameterKind;
import io.tanheng.server.operate.measure.ParameterName;
import io.tanheng.server.operate.measure.Parameters;
import io.tanheng.server.operate.measure.SignRule;
import io.tanheng.server.plan.organization.Boundary;
import io.tanheng.server.plan.organization.BoundaryUnit;
import io.tanheng.server.plan.organization.BoundaryUnit.Description;
import io.tanheng.server.plan.organization.BoundaryUnit.TechnicalParameter;
import io.tanheng.server.plan.organization.BoundaryUnit.Validity;
import io.tanheng.server.plan.organization.Enterprise;
import io.tanheng.server.plan.organization.Enterprises;
import io.tanheng.server.plan.organization.GroupId;
import io.tanheng.server.plan.organization.Sector;
import io.tanheng.server.plan.organization.UnitId;
import io.tanheng.server.plan.organization.UnitKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Makes the sample enterprises with boundary and parameters; what is there already is left as it
/// is.
@Component
@Profile("demo")
class DemoStructure {
  private static final LocalDate OPENED = LocalDate.of(2024, 1, 1);

  /// The installation itself, where no person acts yet.
  private static final AccountId INSTALLATION = new AccountId(new UUID(0, 0));

  private final Enterprises enterprises;
  private final Boundary boundary;
  private final Parameters parameters;
  private final Clock clock;

  DemoStructure(Enterprises enterprises, Boundary boundary, Parameters parameters, Clock clock) {
    this.enterprises = enterprises;
    this.boundary = boundary;
    this.parameters = parameters;
    this.clock = clock;
  }

  EnterpriseId requireEnterprise(DemoFiles files) {
    return find(files)
        .map(Enterprise::id)
        .orElseThrow(() -> new IllegalStateException("no sample enterprise " + files.code()));
  }

  EnterpriseId createEnterprise(DemoFiles files) {
    EnterpriseId id = find(files).map(Enterprise::id).orElseGet(() -> insert(files));
    CallContext call = new CallContext(INSTALLATION, id, clock.instant(), null);
    Map<String, BoundaryUnit> byCode = new HashMap<>();
    boundary.list(id).forEach(unit -> byCode.put(unit.description().code(), unit));
    Map<String, UnitId> byKey = new HashMap<>();
    for (YamlNode node : files.enterprise().list("units")) {
      BoundaryUnit unit = byCode.get(node.text("code"));
      if (unit == null) {
        UnitId parent = node.find("in").map(in -> byKey.get(in.text())).orElse(null);
        unit =
            boundary.add(
                call,
                UnitKind.valueOf(node.text("kind")),
                parent,
                description(node),
                new Validity(OPENED, null));
      }
      byKey.put(node.text("key"), unit.id());
    }
    return id;
  }

  /// Defines the parameters that are not there yet, and gives what plans refer to by name.
  ///
  /// @param done told how many are there
  DemoPlans createParameters(CallContext call, DemoFiles files, IntConsumer done) {
    Map<String, UUID> units = units(call.enterprise(), files);
    Map<String, Parameter> known = new HashMap<>();
    parameters.listAll(call.enterprise()).forEach(one -> known.put(one.key(), one));
    Map<String, ParameterId> byPath = new LinkedHashMap<>();
    files
        .parameters()
        .entries("parameters")
        .forEach((sheet, rows) -> {
          for (YamlNode row : rows.list()) {
            List<String> labels = row.texts("labels");
            Parameter parameter = known.get(Parameter.key(sheet, labels));
            if (parameter == null) {
              parameter = parameters.define(call, definition(sheet, row, files, units));
            }
            byPath.put(sheet + "/" + String.join("/", labels), parameter.id());
            done.accept(Math.min(byPath.size(), files.parameterCount() - 1));
          }
        });
    return new DemoPlans(byPath, units);
  }

  private Optional<Enterprise> find(DemoFiles files) {
    String creditCode = files.enterprise().require("enterprise").text("creditCode");
    return all().stream()
        .filter(enterprise -> creditCode.equals(enterprise.profile().creditCode()))
        .findFirst();
  }

  private List<Enterprise> all() {
    return enterprises.listEnterprises(
        enterprises.listAll().stream().map(EnterpriseDirectory.Entry::id).toList());
  }

  private EnterpriseId insert(DemoFiles files) {
    YamlNode node =
        files
            .enterprise()
            .require("enterprise")
            .only(
                "code",
                "name",
                "creditCode",
                "sector",
                "industry",
                "address",
                "zone",
                "capacity",
                "boundary",
                "reportingMethod",
                "methods",
                "years");
    YamlNode groupName = DemoFiles.group().require("group");
    GroupId group =
        all().stream()
            .flatMap(enterprise -> Optional.ofNullable(enterprise.group()).stream())
            .findFirst()
            .orElseGet(() ->
                enterprises.createGroup(new Text(groupName.text("zh"), groupName.text("en"))));
    return enterprises.create(
        new CallContext(INSTALLATION, null, clock.instant(), null),
        group,
        new Enterprise.Profile(
            new Text(node.require("name").text("zh"), node.require("name").text("en")),
            node.text("creditCode"),
            Sector.valueOf(node.text("sector")),
            node.text("industry"),
            node.require("address").text("zh"),
            ZoneId.of(node.text("zone")),
            node.texts("methods"),
            node.require("boundary").text("zh")),
        files.years());
  }

  private static Description description(YamlNode node) {
    node.only("key", "in", "kind", "code", "zh", "en", "technical");
    return new Description(
        node.text("code"),
        node.text("zh"),
        node.text("en"),
        node.list("technical").stream()
            .map(t -> t.only("zh", "en", "value", "unit"))
            .map(t -> new TechnicalParameter(t.text("zh"), t.text("value"), t.text("unit")))
            .toList());
  }

  private Map<String, UUID> units(EnterpriseId enterprise, DemoFiles files) {
    Map<String, UUID> byCode = new HashMap<>();
    boundary
        .list(enterprise)
        .forEach(unit -> byCode.put(unit.description().code(), unit.id().value()));
    Map<String, UUID> byKey = new HashMap<>();
    files
        .enterprise()
        .list("units")
        .forEach(node ->
            Optional.ofNullable(byCode.get(node.text("code")))
                .ifPresent(id -> byKey.put(node.text("key"), id)));
    return byKey;
  }

  private static DefineParameter definition(
      String sheet, YamlNode row, DemoFiles files, Map<String, UUID> units) {
    row.only(
        "labels",
        "unit",
        "unitsBefore",
        "kind",
        "sign",
        "by",
        "post",
        "at",
        "en",
        "opening",
        "since");
    List<String> labels = row.texts("labels");
    YamlNode post = files.enterprise().require("responsible").require(row.text("post"));
    int since =
        row.find("since").map(node -> Integer.parseInt(node.text())).orElse(OPENED.getYear());
    return new DefineParameter(
        sheet,
        labels,
        new ParameterName(String.join(" ", labels), row.text("en")),
        units.get(row.text("at")),
        row.text("unit"),
        ParameterKind.valueOf(row.text("kind")),
        SignRule.valueOf(row.text("sign")),
        ObtainedBy.valueOf(row.text("by")),
        post.text("zh"),
        LocalDate.of(since, 1, 1));
  }
}
