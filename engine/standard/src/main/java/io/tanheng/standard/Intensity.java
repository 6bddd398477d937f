package io.tanheng.standard;

import java.util.Optional;

/// A total per product output, for every product whose output is given.
///
/// @param caseName its name in worked cases, with `{product}`
public record Intensity(String total, Optional<String> caseName) {}
