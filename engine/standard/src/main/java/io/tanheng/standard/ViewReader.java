package io.tanheng.standard;

import io.tanheng.units.Result;
import io.tanheng.units.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one view.
final class ViewReader {

  private final LoadSession session;
  private final String id;
  private final Set<String> parts = new LinkedHashSet<>();
  private final Set<String> memos = new LinkedHashSet<>();

  ViewReader(LoadSession session, String id) {
    this.session = session;
    this.id = id;
  }

  Result<View> read() {
    session.readCommonCitations();
    Optional<Yaml.Mapping> document = session.document(id, Optional.empty());
    Optional<View> view = document.map(map -> view(new Fields(map, session.problems)));
    return session.problems.isEmpty()
        ? Result.of(view.orElseThrow())
        : Result.failure(session.problems);
  }

  private View view(Fields fields) {
    String written = fields.text("view");
    if (!written.equals(id)) {
      fields.report(fields.badValue("view", written, id));
    }
    session.addCitations(fields);
    List<View.Category> categories =
        fields.maps("categories").stream().map(this::category).toList();
    List<View.Named> besides = named(fields, "memos");
    besides.forEach(memo -> memos.add(memo.id()));
    Map<String, View.Placement> common = fields.each("sources", this::placement);
    var editions = new LinkedHashMap<String, Map<String, View.Placement>>();
    fields
        .findFields("editions")
        .ifPresent(block ->
            block
                .names()
                .forEach(edition -> editions.put(edition, block.each(edition, this::placement))));
    var view =
        new View(
            id,
            fields.text("number"),
            fields.bilingual("title"),
            session.citation(fields),
            categories,
            besides,
            common,
            editions,
            named(fields, "criteria"),
            fields.maps("examples").stream().map(ViewReader::example).toList(),
            fields.findBilingual("note"),
            session.digest());
    fields.done();
    return view;
  }

  private View.Category category(Fields fields) {
    String key = fields.text("id");
    Text name = fields.bilingual("name");
    List<View.Named> own =
        fields.has("parts") ? named(fields, "parts") : List.of(new View.Named(key, name));
    own.forEach(part -> parts.add(part.id()));
    fields.done();
    return new View.Category(key, name, own);
  }

  private static List<View.Named> named(Fields fields, String key) {
    return fields.maps(key).stream()
        .map(item -> {
          var named = new View.Named(item.text("id"), item.bilingual("name"));
          item.done();
          return named;
        })
        .toList();
  }

  /// `part: "1.3"` or `memo: exported-energy`, with `minus`, `gas` and `remark`.
  private View.Placement placement(Fields.Entry entry) {
    Fields fields = entry.fields();
    Optional<String> part = fields.findText("part");
    Optional<String> memo = fields.findText("memo");
    part.filter(p -> !parts.contains(p))
        .ifPresent(
            p -> fields.report(LoadSession.unknown("category", p, parts, fields.place("part"))));
    memo.filter(m -> !memos.contains(m))
        .ifPresent(m -> fields.report(LoadSession.unknown("memo", m, memos, fields.place("memo"))));
    if (part.isPresent() == memo.isPresent()) {
      fields.report(fields.missing(part.isPresent() ? "memo" : "part"));
    }
    var placement =
        new View.Placement(
            part,
            memo,
            fields.flag("minus"),
            fields.findText("gas").orElse("CO2"),
            fields.findBilingual("remark"));
    fields.done();
    return placement;
  }

  private static View.Example example(Fields fields) {
    var example =
        new View.Example(
            fields.text("case"),
            fields.text("method"),
            fields.each("sources", Fields.Entry::text),
            fields.each("expected", Fields.Entry::text));
    fields.done();
    return example;
  }
}
