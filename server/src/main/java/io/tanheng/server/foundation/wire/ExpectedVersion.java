package io.tanheng.server.foundation.wire;

/// The version a change is based on, from the header `If-Match: "3"`; a handler takes it as a
/// parameter. A missing header is refused before the handler runs.
public record ExpectedVersion(long value) {}
