package io.tanheng.standard;

/// A citation as one formula or figure uses it, with the confidence of that figure.
public record Reference(Citation citation, Confidence confidence) {}
