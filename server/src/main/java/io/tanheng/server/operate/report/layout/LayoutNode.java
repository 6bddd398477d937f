package io.tanheng.server.operate.report.layout;

import io.tanheng.server.foundation.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A piece of a layout file, with the path to it for messages. The files come with the product: a
/// wrong one is a bug, and stops the start with the place of the mistake.
record LayoutNode(String path, Object value) {

  static Optional<LayoutNode> file(String resource) {
    ClassLoader loader = LayoutNode.class.getClassLoader();
    try (InputStream stream = loader.getResourceAsStream(resource)) {
      return stream == null ? Optional.empty() : Optional.of(read(resource, stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LayoutNode read(String resource, InputStream stream) {
    LoadSettings settings = LoadSettings.builder().setLabel(resource).build();
    return new LayoutNode(resource, new Load(settings).loadFromInputStream(stream));
  }

  Map<String, LayoutNode> entries() {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("is no map");
    }
    Map<String, LayoutNode> entries = new LinkedHashMap<>();
    map.forEach(
        (key, child) -> entries.put(String.valueOf(key), new LayoutNode(path + "." + key, child)));
    return entries;
  }

  /// Refuses keys nobody reads, so that a slip of the pen does not pass in silence.
  LayoutNode only(Set<String> known) {
    Set<String> unknown = new TreeSet<>(entries().keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw wrong("has unknown keys " + unknown + ", known are " + new TreeSet<>(known));
    }
    return this;
  }

  Optional<LayoutNode> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  LayoutNode require(String key) {
    return find(key).orElseThrow(() -> wrong("lacks " + key));
  }

  List<LayoutNode> list() {
    if (!(value instanceof List<?> members)) {
      throw wrong("is no list");
    }
    List<LayoutNode> nodes = new ArrayList<>();
    for (Object member : members) {
      nodes.add(new LayoutNode(path + "[" + nodes.size() + "]", member));
    }
    return nodes;
  }

  List<LayoutNode> list(String key) {
    return find(key).map(LayoutNode::list).orElse(List.of());
  }

  List<String> texts(String key) {
    return list(key).stream().map(LayoutNode::text).toList();
  }

  String text() {
    if (value instanceof String || value instanceof Number) {
      return value.toString();
    }
    throw wrong("is no text");
  }

  String text(String key) {
    return require(key).text();
  }

  @Nullable String textOrNull(String key) {
    return find(key).map(LayoutNode::text).orElse(null);
  }

  int number(String key) {
    if (require(key).value() instanceof Integer number) {
      return number;
    }
    throw wrong(key + " is no whole number");
  }

  int number(String key, int otherwise) {
    return find(key).isPresent() ? number(key) : otherwise;
  }

  boolean is(String key) {
    return find(key)
        .map(node -> {
          if (node.value() instanceof Boolean answer) {
            return answer;
          }
          throw node.wrong("is neither true nor false");
        })
        .orElse(false);
  }

  /// A text in both languages.
  Text words() {
    only(Set.of("zh", "en"));
    return new Text(text("zh"), text("en"));
  }

  Text words(String key) {
    return require(key).words();
  }

  @Nullable Text wordsOrNull(String key) {
    return find(key).map(LayoutNode::words).orElse(null);
  }

  IllegalStateException wrong(String what) {
    return new IllegalStateException(path + " " + what);
  }
}
