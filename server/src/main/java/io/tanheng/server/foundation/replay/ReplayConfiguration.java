package io.tanheng.server.foundation.replay;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the replay after the permission check, whose order is 0.
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration implements WebMvcConfigurer {
  private static final int AFTER_PERMISSION = 10;

  private final ReplayInterceptor interceptor;

  ReplayConfiguration(ReplayInterceptor interceptor) {
    this.interceptor = interceptor;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(interceptor).order(AFTER_PERMISSION);
  }
}
