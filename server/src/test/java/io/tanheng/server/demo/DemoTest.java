package io.tanheng.server.demo;

import io.tanheng.server.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// A test on the demonstration as it starts, in an empty database of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = DemoTest.OwnDatabase.class)
@interface DemoTest {

  /// Comes after the initializer that names the shared database.
  @Order(Ordered.LOWEST_PRECEDENCE)
  class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestDatabase.Address own = TestDatabase.create();
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context,
          "tanheng.database.url=" + own.url(),
          "tanheng.database.user=" + own.user(),
          "tanheng.database.password=" + own.password());
    }
  }
}
