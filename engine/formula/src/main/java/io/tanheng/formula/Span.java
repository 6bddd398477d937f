package io.tanheng.formula;

/// A stretch of a formula's text, from `start` to `end` (exclusive), counted from 0.
public record Span(int start, int end) {

  Span to(Span last) {
    return new Span(start, last.end);
  }
}
