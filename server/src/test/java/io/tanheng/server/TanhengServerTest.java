package io.tanheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class TanhengServerTest {
  @Autowired JdbcClient jdbc;

  @Test
  void starts_with_a_migrated_postgresql() {
    int events =
        jdbc.sql("select count(*) from event.event_publication").query(Integer.class).single();
    String version = jdbc.sql("show server_version").query(String.class).single();

    assertThat(events).isNotNegative();
    assertThat(version).startsWith("18.");
  }
}
