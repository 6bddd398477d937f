package io.tanheng.server.demo;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.Text;
import io.tanheng.server.operate.inventory.Inventories;
import io.tanheng.server.operate.inventory.InventoryPeriod;
import io.tanheng.server.operate.inventory.RunInventory;
import io.tanheng.server.operate.ledger.Ledger;
import io.tanheng.server.operate.ledger.LedgerLine;
import io.tanheng.server.operate.ledger.LineState;
import io.tanheng.server.operate.ledger.LineVersion;
import io.tanheng.server.operate.measure.MethodPlans;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Enters the sample enterprises at the first start: boundary, posts, parameters and plans through
/// the modules, the workbooks through the HTTP API as the carbon manager of the plant would upload
/// them.
///
/// Each step is remembered when it is finished and can be repeated when it was not, so that a start
/// after a crash goes on, and a later start enters nothing and overwrites nothing.
@Component
@Profile("demo")
class DemoLoader {
  private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

  /// The files of documents and what they hold.
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "contracts-2025.csv", "CONTRACT",
          "invoices-2025.csv", "INVOICE",
          "settlements-2025.csv", "SETTLEMENT");

  private final DemoProgress progress;
  private final DemoStepStore steps;
  private final DemoPosts posts;
  private final DemoStructure structure;
  private final MethodPlans plans;
  private final Ledger ledger;
  private final Inventories inventories;
  private final Environment environment;
  private final JsonMapper json;
  private final Clock clock;
  private final CountDownLatch ended = new CountDownLatch(1);

  DemoLoader(
      DemoProgress progress,
      DemoStepStore steps,
      DemoPosts posts,
      DemoStructure structure,
      MethodPlans plans,
      Ledger ledger,
      Inventories inventories,
      Environment environment,
      JsonMapper json,
      Clock clock) {
    this.progress = progress;
    this.steps = steps;
    this.posts = posts;
    this.structure = structure;
    this.plans = plans;
    this.ledger = ledger;
    this.inventories = inventories;
    this.environment = environment;
    this.json = json;
    this.clock = clock;
  }

  /// In a thread of its own, so that the log-in page answers and shows the progress.
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Thread.ofVirtual()
        .name("demo-loader")
        .start(() -> {
          try {
            load();
          } catch (RuntimeException e) {
            log.error("The demonstration could not begin.", e);
            progress.failAll(
                new Text(
                    "样例数据未能开始录入，详见服务器日志。",
                    "Entering the sample data could not begin; see the server's log."));
          } finally {
            ended.countDown();
          }
        });
  }

  /// Waits for the end of the loading that began at the start of the server.
  ///
  /// @return whether it ended in time, well or not
  boolean await(Duration patience) throws InterruptedException {
    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private record Step(String key, Text name, int total, Work work) {}

  private interface Work {
    void run(String key) throws IOException, InterruptedException;
  }

  void load() {
    List<DemoFiles> all = DemoFiles.all();
    Map<String, EnterpriseId> enterprises = new LinkedHashMap<>();
    List<Step> todo = plan(all, enterprises);
    Set<String> finished = steps.finished();
    progress.plan(
        todo.stream()
            .map(step ->
                new DemoProgress.Step(
                    step.key(),
                    step.name(),
                    finished.contains(step.key()) ? step.total() : 0,
                    step.total(),
                    finished.contains(step.key())
                        ? DemoProgress.State.DONE
                        : DemoProgress.State.WAITING))
            .toList());
    for (Step step : todo) {
      if (!finished.contains(step.key()) && !run(step)) {
        return;
      }
    }
    progress.finish();
    log.info("The sample enterprises are ready.");
  }

  private boolean run(Step step) {
    try {
      progress.advance(step.key(), 0, step.total());
      step.work().run(step.key());
      steps.finish(step.key());
      progress.advance(step.key(), step.total(), step.total());
      return true;
    } catch (IOException | RuntimeException e) {
      log.error("The demonstration stopped at \"{}\".", step.name().en(), e);
      if (e instanceof ProblemException refused) {
        refused.problems().forEach(problem -> log.error("  {}", problem.message().en()));
      }
      progress.fail(
          step.key(),
          new Text(
              "样例数据录入在“" + step.name().zh() + "”处中断，详见服务器日志；重新启动后继续。",
              "Entering the sample data stopped at \""
                  + step.name().en()
                  + "\"; see the server's log. The next start goes on from here."));
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<Step> plan(List<DemoFiles> all, Map<String, EnterpriseId> enterprises) {
    List<Step> todo = new ArrayList<>();
    todo.add(
        new Step(
            "enterprises",
            new Text("企业、核算边界与岗位账号", "Enterprises, boundaries and posts"),
            all.size(),
            key -> createEnterprises(key, all, enterprises)));
    for (DemoFiles files : all) {
      YamlNode name = files.enterprise().require("enterprise").require("name");
      todo.add(
          new Step(
              files.code() + ".plan",
              named(name, "监测参数与核算对应关系", "parameters and method plans"),
              files.parameterCount(),
              key -> createPlan(key, files)));
      for (int year : files.years()) {
        todo.add(
            new Step(
                files.code() + ".ledger-" + year,
                named(name, "导入" + year + "年台账", "import of the ledger of " + year),
                1,
                key -> upload(files, year)));
      }
      todo.add(
          new Step(
              files.code() + ".confirm",
              named(name, "确认台账", "confirmation of the ledger"),
              files.years().size(),
              key -> confirm(key, files)));
      todo.add(
          new Step(
              files.code() + ".documents",
              named(name, "合同、发票、结算单与对应关系", "contracts, invoices, settlements and their matches"),
              DOCUMENTS.size() + 1,
              key -> bringDocuments(key, files)));
      todo.add(
          new Step(
              files.code() + ".inventory",
              named(name, "核算", "inventories"),
              files.years().size() * files.methods().list("methods").size(),
              key -> account(key, files)));
    }
    return todo;
  }

  private static Text named(YamlNode enterprise, String zh, String en) {
    return new Text(enterprise.text("zh") + "：" + zh, enterprise.text("en") + ": " + en);
  }

  private void createEnterprises(
      String key, List<DemoFiles> all, Map<String, EnterpriseId> enterprises) {
    for (DemoFiles files : all) {
      EnterpriseId id = structure.createEnterprise(files);
      enterprises.put(files.code(), id);
      posts.create(files, id);
      progress.advance(key, Math.min(enterprises.size(), all.size() - 1), all.size());
    }
    posts.createGroupPosts(enterprises);
  }

  private void createPlan(String key, DemoFiles files) {
    CallContext call = manager(files);
    DemoPlans demoPlans =
        structure.createParameters(
            call, files, done -> progress.advance(key, done, files.parameterCount()));
    for (YamlNode method : files.methods().list("methods")) {
      String id = method.text("method");
      boolean planned =
          files.years().stream()
              .anyMatch(year -> !plans.list(call.enterprise(), id, Year.of(year)).isEmpty());
      if (!planned) {
        plans.addAll(call, demoPlans.planItems(method));
      }
      inventories.defineIntensities(call, id, demoPlans.intensities(method));
    }
    for (String method : files.split().texts("methods")) {
      inventories.defineSplit(call, method, demoPlans.split(files.split(), method));
    }
  }

  private void upload(DemoFiles files, int year) throws IOException, InterruptedException {
    EnterpriseId enterprise = structure.requireEnterprise(files);
    if (!ledger.lines(enterprise, Year.of(year)).isEmpty()) {
      return;
    }
    String path = "/api/v1/enterprises/" + enterprise + "/imports";
    try (DemoApi api = new DemoApi(address(), json)) {
      api.signIn(managerLogin(files), DemoPosts.PASSWORD);
      JsonNode preview =
          api.upload(
              path,
              "ledger-" + year + ".xlsx",
              files.workbook(year),
              Map.of("year", String.valueOf(year), "kind", "ledger"));
      JsonNode committed = api.post(path + "/" + preview.path("id").asString() + "/commit");
      if (!committed.path("state").asString().equals("COMMITTED")) {
        throw new IOException("the import was not committed: " + committed.path("problems"));
      }
    }
  }

  /// The files of 2025 and what their items are compared with, as the carbon manager enters them.
  private void bringDocuments(String key, DemoFiles files)
      throws IOException, InterruptedException {
    CallContext call = manager(files);
    String path = "/api/v1/enterprises/" + call.enterprise() + "/crosscheck/";
    try (DemoApi api = new DemoApi(address(), json)) {
      api.signIn(managerLogin(files), DemoPosts.PASSWORD);
      Set<String> present = new HashSet<>();
      api.get(path + "files")
          .path("items")
          .forEach(file -> present.add(file.path("fileName").asString()));
      for (Map.Entry<String, String> document : DOCUMENTS.entrySet()) {
        String name = document.getKey();
        if (!present.contains(name)) {
          api.upload(
              path + "files", name, files.content(name), Map.of("kind", document.getValue()));
        }
        progress.advance(key, present.size(), DOCUMENTS.size() + 1);
      }
      List<Map<String, Object>> wanted = new ArrayList<>();
      DemoPlans demoPlans = structure.createParameters(call, files, _ -> {});
      Set<String> matched = new HashSet<>();
      api.get(path + "matches?year=2025")
          .path("items")
          .forEach(item -> {
            if (item.path("version").asInt() > 0) {
              matched.add(
                  item.path("item").asString() + "@" + item.path("meteringPoint").asString());
            }
          });
      for (YamlNode match : files.matches().list("matches")) {
        if (!matched.contains(match.text("item") + "@" + match.text("point"))) {
          wanted.add(demoPlans.match(match));
        }
      }
      if (!wanted.isEmpty()) {
        api.put(path + "matches", Map.of("year", 2025, "items", wanted));
      }
    }
  }

  private void confirm(String key, DemoFiles files) {
    CallContext call = manager(files);
    int done = 0;
    for (int year : files.years()) {
      List<LineVersion> open =
          ledger.lines(call.enterprise(), Year.of(year)).stream()
              .filter(line -> line.state() == LineState.OPEN && line.value() != null)
              .map(DemoLoader::version)
              .toList();
      if (!open.isEmpty()) {
        ledger.confirm(call, open);
      }
      progress.advance(key, Math.min(++done, files.years().size() - 1), files.years().size());
    }
  }

  private static LineVersion version(LedgerLine line) {
    return new LineVersion(line.id(), line.version());
  }

  private void account(String key, DemoFiles files) {
    CallContext call = manager(files);
    List<YamlNode> methods = files.methods().list("methods");
    int total = files.years().size() * methods.size();
    int done = 0;
    for (YamlNode method : methods) {
      String id = method.text("method");
      for (int year : files.years()) {
        if (!inventories.isUsable(id)) {
          log.warn("No inventory by {}: the catalogue has no confirmed edition of it.", id);
        } else if (!inventories.exists(call.enterprise(), Year.of(year), id)) {
          inventories.run(
              call, new RunInventory(InventoryPeriod.of(Year.of(year)), id, null, Map.of(), null));
        }
        progress.advance(key, Math.min(++done, total - 1), total);
      }
    }
  }

  private CallContext manager(DemoFiles files) {
    AccountId account = posts.require(managerLogin(files));
    return new CallContext(account, structure.requireEnterprise(files), clock.instant(), null);
  }

  private static String managerLogin(DemoFiles files) {
    return files.code() + ".manager";
  }

  private String address() {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }
}
