package io.tanheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlNodeTest {
  private final YamlNode node = new YamlNode("demo/x.yaml", Map.of("labels", "a", "uint", "t"));

  @Test
  void refuses_a_misspelt_key_and_says_where_it_stands() {
    assertThatThrownBy(() -> node.only("labels", "unit"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("demo/x.yaml has unknown keys [uint]");
  }

  @Test
  void takes_a_map_of_known_keys() {
    assertThat(node.only("labels", "uint", "unit")).isSameAs(node);
  }
}
