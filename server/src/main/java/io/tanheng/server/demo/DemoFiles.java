package io.tanheng.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The files of the sample enterprises, in `demo/` among the resources.
record DemoFiles(
    String code,
    YamlNode enterprise,
    YamlNode parameters,
    YamlNode methods,
    YamlNode split,
    YamlNode matches) {

  static YamlNode group() {
    return YamlNode.read("demo/group.yaml").only("group", "order", "posts");
  }

  static List<DemoFiles> all() {
    return group().texts("order").stream().map(DemoFiles::of).toList();
  }

  private static DemoFiles of(String code) {
    String folder = "demo/" + code + "/";
    return new DemoFiles(
        code,
        YamlNode.read(folder + "enterprise.yaml")
            .only("enterprise", "posts", "responsible", "units"),
        YamlNode.read(folder + "parameters.yaml").only("parameters"),
        YamlNode.read(folder + "methods.yaml").only("methods"),
        YamlNode.read(folder + "process-split.yaml"),
        YamlNode.read(folder + "matches.yaml").only("matches"));
  }

  List<Integer> years() {
    return enterprise.require("enterprise").texts("years").stream().map(Integer::valueOf).toList();
  }

  int parameterCount() {
    return parameters.entries("parameters").values().stream()
        .mapToInt(sheet -> sheet.list().size())
        .sum();
  }

  byte[] workbook(int year) {
    return content("ledger-" + year + ".xlsx");
  }

  /// A file of the enterprise's folder.
  byte[] content(String fileName) {
    String resource = "demo/" + code + "/" + fileName;
    try (InputStream stream = DemoFiles.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
