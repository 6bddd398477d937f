package io.tanheng.server.foundation.serving;

import io.tanheng.server.foundation.identity.DemoLogins;
import io.tanheng.server.foundation.identity.IdentityMode;
import io.tanheng.server.foundation.identity.Setup;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says on the console that the server is ready, where, and how to get in: the log-ins of the
/// demonstration, or the one-time token for the first administrator.
@Component
class StartMessage {
  private final Setup setup;
  private final IdentityMode mode;
  private final ObjectProvider<DemoLogins> logins;
  private final Environment environment;

  StartMessage(
      Setup setup, IdentityMode mode, ObjectProvider<DemoLogins> logins, Environment environment) {
    this.setup = setup;
    this.mode = mode;
    this.logins = logins;
    this.environment = environment;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(ApplicationReadyEvent ready) {
    // The demonstration makes its own administrator.
    Optional<String> token = mode.isDemo() ? Optional.empty() : setup.issueToken();
    // Bytes in UTF-8: the console's own charset may lack Chinese.
    System.out.writeBytes(text(address(), token).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  String text(String address, Optional<String> token) {
    StringBuilder text = new StringBuilder("\n");
    text.append("  碳衡 Tanheng\n");
    text.append("  地址 Address     ").append(address).append('\n');
    DemoLogins demo = mode.isDemo() ? logins.getIfAvailable() : null;
    if (demo != null) {
      text.append("  演示账号 Demonstration log-ins\n");
      for (DemoLogins.DemoLogin login : demo.list()) {
        text.append(
            "    %-24s %-24s %s · %s%n"
                .formatted(login.login(), login.password(), login.name(), login.enterprise()));
      }
    }
    token.ifPresent(secret -> {
      text.append("  首次使用：打开下面的地址，用一次性口令创建系统管理员。\n");
      text.append(
          "  First start: open this address and make the administrator with the one-time token.\n");
      text.append("    ").append(address).append("/setup\n");
      text.append("    ").append(secret).append('\n');
    });
    text.append("  停止 Stop        Ctrl+C\n\n");
    return text.toString();
  }

  private String address() {
    String host = environment.getProperty("server.address", "127.0.0.1");
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return "http://"
        + (everywhere ? "127.0.0.1" : host)
        + ":"
        + environment.getProperty("local.server.port", "8080");
  }
}
