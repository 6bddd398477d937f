package io.tanheng.standard;

/// At which level a figure is reported.
public enum OutputLevel {
  ENTERPRISE,
  PROCESS,
  FACILITY
}
