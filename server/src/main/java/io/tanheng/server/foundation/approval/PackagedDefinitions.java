package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.approval.Definition.Mode;
import io.tanheng.server.foundation.approval.Definition.Rule;
import io.tanheng.server.foundation.approval.Definition.Step;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/// The definitions packaged with the product (`definitions.yaml` beside this class), in the order
/// of the file. The file is ours: a wrong one is a bug and stops the start.
@Component
class PackagedDefinitions {
  private static final String FILE = "definitions.yaml";

  private final Map<String, Definition> definitions = new LinkedHashMap<>();

  PackagedDefinitions() {
    try (InputStream stream = PackagedDefinitions.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("no " + FILE);
      }
      Object root =
          new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(stream);
      for (Object entry : list(map(root), "definitions")) {
        Definition definition = definition(map(entry));
        if (definitions.put(definition.subject(), definition) != null) {
          throw new IllegalStateException("two definitions for " + definition.subject());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Definition> list() {
    return List.copyOf(definitions.values());
  }

  Optional<Definition> find(String subject) {
    return Optional.ofNullable(definitions.get(subject));
  }

  private static Definition definition(Map<?, ?> entry) {
    List<Step> steps = new ArrayList<>();
    list(entry, "steps").forEach(step -> steps.add(step(map(step))));
    Set<Rule> rules = new HashSet<>();
    list(entry, "rules").forEach(rule -> rules.add(Rule.valueOf(rule.toString())));
    if (steps.isEmpty()) {
      throw new IllegalStateException("no steps in " + entry);
    }
    return new Definition(text(entry, "subject"), 0, words(entry, "title"), steps, rules);
  }

  private static Step step(Map<?, ?> entry) {
    Set<Role> roles = new LinkedHashSet<>();
    list(entry, "by").forEach(role -> roles.add(Role.valueOf(role.toString())));
    return new Step(
        text(entry, "key"),
        words(entry, "name"),
        roles,
        Collections.emptySet(),
        Mode.valueOf(text(entry, "mode")),
        Boolean.TRUE.equals(entry.get("optional")));
  }

  private static Text words(Map<?, ?> entry, String key) {
    Map<?, ?> words = map(entry.get(key));
    return new Text(text(words, "zh"), text(words, "en"));
  }

  private static String text(Map<?, ?> entry, String key) {
    if (entry.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalStateException(key + " is no text in " + entry);
  }

  private static List<?> list(Map<?, ?> entry, String key) {
    if (entry.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IllegalStateException(key + " is no list in " + entry);
  }

  private static Map<?, ?> map(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException("no map: " + node);
  }
}
