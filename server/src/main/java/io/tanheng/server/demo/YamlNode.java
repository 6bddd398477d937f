package io.tanheng.server.demo;

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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A piece of one of the demo files, with the path to it for messages. The files are ours: a wrong
/// one is a bug and is reported as such.
record YamlNode(String path, Object value) {
  static YamlNode read(String resource) {
    try (InputStream stream = YamlNode.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      LoadSettings settings = LoadSettings.builder().setLabel(resource).build();
      return new YamlNode(resource, new Load(settings).loadFromInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<YamlNode> find(String key) {
    Object child = map().get(key);
    return child == null ? Optional.empty() : Optional.of(new YamlNode(path + "." + key, child));
  }

  YamlNode require(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException(path + " lacks " + key));
  }

  String text(String key) {
    return require(key).text();
  }

  String text() {
    if (value instanceof String || value instanceof Number) {
      return value.toString();
    }
    throw new IllegalStateException(path + " is no text");
  }

  int number(String key) {
    if (require(key).value() instanceof Integer number) {
      return number;
    }
    throw new IllegalStateException(path + "." + key + " is no whole number");
  }

  /// This map, after checking that it has no other keys: a misspelt key would be lost silently.
  YamlNode only(String... keys) {
    Set<String> unknown = new TreeSet<>(map().keySet());
    List.of(keys).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(path + " has unknown keys " + unknown);
    }
    return this;
  }

  boolean isMap() {
    return value instanceof Map<?, ?>;
  }

  /// The entries of a map in their order; an absent child gives an empty map.
  Map<String, YamlNode> entries(String key) {
    return find(key).map(YamlNode::entries).orElse(Map.of());
  }

  Map<String, YamlNode> entries() {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    map().forEach((key, child) -> entries.put(key, new YamlNode(path + "." + key, child)));
    return entries;
  }

  /// The members of a list; an absent child gives an empty list.
  List<YamlNode> list(String key) {
    return find(key).map(YamlNode::list).orElse(List.of());
  }

  List<YamlNode> list() {
    if (!(value instanceof List<?> members)) {
      throw new IllegalStateException(path + " is no list");
    }
    List<YamlNode> nodes = new ArrayList<>();
    for (Object member : members) {
      nodes.add(new YamlNode(path + "[" + nodes.size() + "]", member));
    }
    return nodes;
  }

  List<String> texts(String key) {
    return list(key).stream().map(YamlNode::text).toList();
  }

  private Map<String, Object> map() {
    if (!(value instanceof Map<?, ?> raw)) {
      throw new IllegalStateException(path + " is no map");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    raw.forEach((key, child) -> map.put(String.valueOf(key), child));
    return map;
  }
}
