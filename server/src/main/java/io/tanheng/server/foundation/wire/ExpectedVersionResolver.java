package io.tanheng.server.foundation.wire;

import io.tanheng.server.foundation.problem.ProblemException;
import io.tanheng.server.foundation.problem.RequestProblem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads [ExpectedVersion] from `If-Match`.
class ExpectedVersionResolver implements HandlerMethodArgumentResolver {
  private static final Pattern QUOTED = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ExpectedVersion.class;
  }

  @Override
  public ExpectedVersion resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null) {
      throw new ProblemException(RequestProblem.VERSION_MISSING);
    }
    Matcher matcher = QUOTED.matcher(header);
    if (!matcher.matches()) {
      throw new ProblemException(RequestProblem.VERSION_FORMAT, Map.of("value", header));
    }
    return new ExpectedVersion(Long.parseLong(matcher.group(1)));
  }
}
