package io.tanheng.judge;

/// That an input cannot be calculated; the judge says so for the first reason it meets.
public final class Refusal extends RuntimeException {

  Refusal(String reason) {
    super(reason);
  }
}
