package io.tanheng.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server.
@SpringBootApplication
public class TanhengServer {
  public static void main(String[] args) {
    SpringApplication.run(TanhengServer.class, args);
  }
}
