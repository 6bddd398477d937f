package io.tanheng.server.foundation.identity;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the permission check before every handler and hands handlers their [CallContext].
@Configuration(proxyBeanMethods = false)
class IdentityWebConfiguration implements WebMvcConfigurer {
  private final PermissionInterceptor interceptor;
  private final Clock clock;

  IdentityWebConfiguration(PermissionInterceptor interceptor, Clock clock) {
    this.interceptor = interceptor;
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(interceptor);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallContextResolver(clock));
    resolvers.add(new LiveSessionResolver());
  }

  private record CallContextResolver(Clock clock) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == CallContext.class;
    }

    @Override
    public CallContext resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return new CallContext(
          live(request).account().id(),
          PermissionInterceptor.scope(((ServletWebRequest) request).getRequest()).orElse(null),
          clock.instant(),
          null);
    }
  }

  private record LiveSessionResolver() implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Sessions.Live.class;
    }

    @Override
    public Sessions.Live resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return live(request);
    }
  }

  private static Sessions.Live live(NativeWebRequest request) {
    return PermissionInterceptor.live(((ServletWebRequest) request).getRequest())
        .orElseThrow(() -> new IllegalStateException("this handler is open to anyone"));
  }
}
