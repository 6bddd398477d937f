package io.tanheng.server.foundation.serving;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the built web interface. Files under `assets/` carry their content's hash in their name
/// and are kept by the browser for a year; everything else is asked for each time. A path of the
/// interface itself, such as `/ledger`, is answered with its start page.
@Configuration(proxyBeanMethods = false)
class WebApp implements WebMvcConfigurer {
  private static final String ROOT = "classpath:/static/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(ROOT + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(ROOT)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new StartPageResolver());
  }

  private static final class StartPageResolver extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource found = path.isEmpty() ? null : super.getResource(path, location);
      if (found != null || isNotOfTheInterface(path)) {
        return found;
      }
      return super.getResource("index.html", location);
    }

    /// The API never answers with a page, nor does a missing file.
    private static boolean isNotOfTheInterface(String path) {
      return path.equals("api")
          || path.startsWith("api/")
          || path.substring(path.lastIndexOf('/') + 1).contains(".");
    }
  }
}
