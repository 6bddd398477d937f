package io.tanheng.server.operate.report.layout;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The layouts packaged with the product; each is read when it is first asked for.
@Component
public class ReportLayouts {
  private static final String COMMON = "standards/common/reports/";

  private final Map<String, Optional<ReportLayout>> known = new ConcurrentHashMap<>();

  /// The layout of the edition's annual report; absent where the product has none.
  public Optional<ReportLayout> findAnnual(String method) {
    return find(folder(method) + "report.yaml");
  }

  /// The edition's own supplementary data sheet, or the one for all.
  public Optional<ReportLayout> findSupplement(String method) {
    return find(folder(method) + "supplement.yaml").or(() -> find(COMMON + "supplement.yaml"));
  }

  public Optional<ReportLayout> findQualityPlan() {
    return find(COMMON + "quality-plan.yaml");
  }

  /// The report of the organisation by ISO 14064-1, whatever the method of the run.
  public Optional<ReportLayout> findIso() {
    return find(COMMON + "iso-14064-1.yaml");
  }

  /// The list of the sector's guide, or the general one where no list of the sector is known.
  public ReportLayout evidence(String sector) {
    return find(COMMON + "evidence-" + sector + ".yaml")
        .or(() -> find(COMMON + "evidence-general.yaml"))
        .orElseThrow();
  }

  private static String folder(String method) {
    return "standards/" + method.replace('@', '/') + "/";
  }

  private Optional<ReportLayout> find(String resource) {
    return known.computeIfAbsent(
        resource, path -> LayoutNode.file(path).map(file -> LayoutReader.read(path, file)));
  }
}
