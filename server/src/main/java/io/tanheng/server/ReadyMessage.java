package io.tanheng.server;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells on the console where the server can be reached.
@Component
class ReadyMessage {
  @EventListener
  void on(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      System.out.printf(
          "%n碳衡已启动，请用浏览器打开   Tanheng is ready:   http://127.0.0.1:%d/%n%n",
          web.getWebServer().getPort());
    }
  }
}
