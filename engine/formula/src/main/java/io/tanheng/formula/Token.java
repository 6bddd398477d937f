package io.tanheng.formula;

/// One word of a formula.
///
/// @param text as written; of a bracket, what stands inside
record Token(Type type, String text, Span span) {

  enum Type {
    NUMBER,
    NAME,
    BRACKET,
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    OPEN,
    CLOSE,
    COMMA,
    COLON,
    COMPARISON,
    END
  }

  boolean is(Type wanted) {
    return type == wanted;
  }
}
