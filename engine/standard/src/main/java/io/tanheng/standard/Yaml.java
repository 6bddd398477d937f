package io.tanheng.standard;

import io.tanheng.formula.SourceText;
import io.tanheng.units.Problem;
import io.tanheng.units.Result;
import io.tanheng.units.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML value that remembers where it stands.
sealed interface Yaml {

  SourcePosition position();

  record Scalar(String text, SourcePosition position) implements Yaml {

    /// The text as a formula whose problems point into the file.
    SourceText formula() {
      return new SourceText(position.file(), position.line(), position.column(), text);
    }

    /// A problem of the formula, shown with the whole line of the file it stands in.
    Problem inFile(Problem problem) {
      SourcePosition at =
          problem
              .position()
              .filter(p -> p.line() == position.line())
              .map(p ->
                  new SourcePosition(
                      p.file(), p.line(), p.column(), p.length(), position.lineText()))
              .orElse(position);
      return problem.at(at);
    }
  }

  record Sequence(List<Yaml> items, SourcePosition position) implements Yaml {}

  record Mapping(
      Map<String, Yaml> values, Map<String, SourcePosition> keys, SourcePosition position)
      implements Yaml {

    /// This map with the entries of `over` on top; the named children are merged entry by entry.
    Mapping merged(Mapping over, List<String> deep) {
      var all = new LinkedHashMap<>(values);
      var places = new LinkedHashMap<>(keys);
      places.putAll(over.keys);
      over.values.forEach((key, value) -> {
        all.put(
            key,
            deep.contains(key)
                    && value instanceof Mapping own
                    && values.get(key) instanceof Mapping below
                ? below.merged(own, List.of())
                : value);
      });
      return new Mapping(all, places, over.position);
    }
  }

  /// Reads one document; all duplicate keys, or the first syntax error, are problems.
  static Result<Mapping> read(String file, String text) {
    return new YamlReader(file, text).read();
  }
}

/// Turns the nodes of the parser into [Yaml] with positions.
final class YamlReader {

  private final String file;
  private final String text;
  private final List<String> lines;
  private final List<Problem> problems = new ArrayList<>();

  YamlReader(String file, String text) {
    this.file = file;
    this.text = text;
    this.lines = text.lines().toList();
  }

  Result<Yaml.Mapping> read() {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      Yaml root =
          new Compose(settings)
              .composeString(text)
              .map(this::convert)
              .orElseGet(() -> new Yaml.Scalar("", place(0, 0, 1)));
      if (!(root instanceof Yaml.Mapping mapping)) {
        return Result.failure(
            Problem.of(StandardProblem.NOT_A_MAP).with("key", file).at(root.position()));
      }
      return problems.isEmpty() ? Result.of(mapping) : Result.failure(problems);
    } catch (MarkedYamlEngineException e) {
      SourcePosition at =
          e.getProblemMark().map(m -> place(m.getLine(), m.getColumn(), 1)).orElse(place(0, 0, 1));
      return Result.failure(invalid(e.getProblem()).at(at));
    } catch (YamlEngineException e) {
      return Result.failure(invalid(String.valueOf(e.getMessage())).at(place(0, 0, 1)));
    }
  }

  private static Problem invalid(String detail) {
    return Problem.of(StandardProblem.INVALID_YAML).with("detail", detail);
  }

  private Yaml convert(Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping(mapping);
      case SequenceNode sequence ->
          new Yaml.Sequence(
              sequence.getValue().stream().map(this::convert).toList(), place(node, 1));
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalStateException("unexpected node " + node.getNodeType());
    };
  }

  private Yaml scalar(ScalarNode node) {
    boolean quoted = node.getScalarStyle() != ScalarStyle.PLAIN;
    Mark mark = node.getStartMark().orElseThrow();
    int length = Math.max(1, node.getValue().length());
    return new Yaml.Scalar(
        node.getValue(), place(mark.getLine(), mark.getColumn() + (quoted ? 1 : 0), length));
  }

  private Yaml mapping(MappingNode node) {
    var values = new LinkedHashMap<String, Yaml>();
    var keys = new LinkedHashMap<String, SourcePosition>();
    for (NodeTuple tuple : node.getValue()) {
      Yaml key = convert(tuple.getKeyNode());
      if (!(key instanceof Yaml.Scalar(String name, SourcePosition at))) {
        problems.add(Problem.of(StandardProblem.NOT_A_TEXT).with("key", "key").at(key.position()));
        continue;
      }
      if (values.putIfAbsent(name, convert(tuple.getValueNode())) != null) {
        problems.add(Problem.of(StandardProblem.DUPLICATE_KEY).with("key", name).at(at));
      }
      keys.putIfAbsent(name, at);
    }
    return new Yaml.Mapping(values, keys, place(node, 1));
  }

  private SourcePosition place(Node node, int length) {
    Mark mark = node.getStartMark().orElseThrow();
    return place(mark.getLine(), mark.getColumn(), length);
  }

  private SourcePosition place(int line, int column, int length) {
    String content = line < lines.size() ? lines.get(line) : "";
    return new SourcePosition(file, line + 1, column + 1, length, content);
  }
}
