package io.tanheng.server.operate.measure;

import io.tanheng.server.foundation.problem.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What a parameter is called.
///
/// @param en absent where the plant gave none
public record ParameterName(
    @NotBlank @Size(max = 200) String zh, @Nullable @Size(max = 200) String en) {
  public ParameterName {
    en = en == null || en.isBlank() ? null : en;
  }

  public static ParameterName of(String zh) {
    return new ParameterName(zh, null);
  }

  /// In both languages; the Chinese name stands in where there is no English one.
  public Text text() {
    return new Text(zh, en == null ? zh : en);
  }
}
