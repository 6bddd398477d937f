package io.tanheng.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// A map of a YAML file; every value is a text, a list or a map.
final class Doc {

  static final Doc EMPTY = new Doc(Map.of());

  private final Map<String, Object> map;

  /// Parts that were asked for before.
  private final Map<String, Doc> parts = new ConcurrentHashMap<>();

  private final Map<String, List<Doc>> lists = new ConcurrentHashMap<>();
  private final Map<String, List<String>> words = new ConcurrentHashMap<>();

  Doc(Map<String, Object> map) {
    this.map = map;
  }

  Map<String, Object> map() {
    return map;
  }

  static Doc read(String text) {
    var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    return ofObject(new Load(settings).loadFromString(text));
  }

  private static Doc ofObject(Object value) {
    var all = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) value).forEach((key, entry) -> all.put(String.valueOf(key), entry));
    return new Doc(all);
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf);
  }

  String text(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException(key + " is missing in " + map));
  }

  boolean flag(String key) {
    return find(key).filter("true"::equals).isPresent();
  }

  Doc doc(String key) {
    return parts.computeIfAbsent(
        key,
        _ -> {
          Object value = map.get(key);
          return value == null ? EMPTY : ofObject(value);
        });
  }

  List<Doc> docs(String key) {
    return lists.computeIfAbsent(key, this::readDocs);
  }

  private List<Doc> readDocs(String key) {
    var all = new ArrayList<Doc>();
    if (map.get(key) instanceof List<?> list) {
      list.forEach(item -> all.add(ofObject(item)));
    }
    return all;
  }

  List<String> texts(String key) {
    return words.computeIfAbsent(key, this::readTexts);
  }

  private List<String> readTexts(String key) {
    var all = new ArrayList<String>();
    if (map.get(key) instanceof List<?> list) {
      list.forEach(item -> all.add(String.valueOf(item)));
    }
    return all;
  }

  /// The entries of the map under `key`, each a map.
  Map<String, Doc> each(String key) {
    var all = new LinkedHashMap<String, Doc>();
    doc(key).map().forEach((name, value) -> all.put(name, ofObject(value)));
    return all;
  }

  /// The entries of the map under `key`, each a text.
  Map<String, String> pairs(String key) {
    var all = new LinkedHashMap<String, String>();
    doc(key).map().forEach((name, value) -> all.put(name, String.valueOf(value)));
    return all;
  }

  /// This map laid over another: what stands here wins.
  Doc over(Doc below) {
    var all = new LinkedHashMap<>(below.map);
    all.putAll(map);
    return new Doc(all);
  }
}
