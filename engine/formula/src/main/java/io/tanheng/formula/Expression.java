package io.tanheng.formula;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A formula that reads well; whether its units fit is not known yet. Made by [Formula#parse].
public final class Expression {

  private final SourceText source;
  private final Node root;

  /// Written when first asked for; every thread would write the same.
  private @Nullable String text;

  private @Nullable String latex;

  Expression(SourceText source, Node root) {
    this.source = source;
    this.root = root;
  }

  /// The names of single values, in order of appearance.
  public Set<String> symbols() {
    Set<String> names = new LinkedHashSet<>();
    collect(root, names, false);
    return names;
  }

  /// The names of families, in order of appearance.
  public Set<String> families() {
    Set<String> names = new LinkedHashSet<>();
    collect(root, names, true);
    return names;
  }

  public SourceText source() {
    return source;
  }

  /// The formula in its canonical writing; it parses back to the same formula.
  public String toSource() {
    return Writer.source().write(root);
  }

  /// The formula for people: `FC × NCV × OF × 44/12`.
  public String toText() {
    String known = text;
    if (known == null) {
      known = Writer.text().write(root);
      text = known;
    }
    return known;
  }

  /// The formula as LaTeX. `C_ar` becomes an index by itself; `names` overrides the LaTeX of single
  /// names.
  public String toLatex(Map<String, String> names) {
    if (!names.isEmpty()) {
      return Writer.latex(names).write(root);
    }
    String known = latex;
    if (known == null) {
      known = Writer.latex(names).write(root);
      latex = known;
    }
    return known;
  }

  /// The tree, for those who walk it in their own way.
  public Node root() {
    return root;
  }

  private static void collect(Node node, Set<String> names, boolean families) {
    if (node instanceof Node.Symbol(String name, Span _) && !families) {
      names.add(name);
    }
    if (node instanceof Node.Member(String family, String _, Span _) && families) {
      names.add(family);
    }
    node.parts().forEach(part -> collect(part, names, families));
  }
}
