package io.tanheng.server.operate.measure;

/// How values are obtained.
public enum ObtainedBy {
  MEASURED,
  CALCULATED,
  DEFAULT,
  SUPPLIER
}
