package io.tanheng.server.foundation.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Checks the texts of a request that are not JSON: parameters, parts of the path, file names.
final class TextInterceptor implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request
        .getParameterMap()
        .forEach((name, values) -> {
          Texts.require(name, "parameter");
          List.of(values).forEach(value -> Texts.require(value, name));
        });
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> path) {
      path.forEach((name, value) -> Texts.require(String.valueOf(value), String.valueOf(name)));
    }
    if (request instanceof MultipartHttpServletRequest form) {
      for (List<MultipartFile> files : form.getMultiFileMap().values()) {
        for (MultipartFile file : files) {
          String name = file.getOriginalFilename();
          Texts.require(name == null ? "" : name, file.getName());
        }
      }
    }
    return true;
  }
}
