package io.tanheng.server.contract;

import io.tanheng.server.foundation.identity.CallContext;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.problem.ProblemResponse;
import io.tanheng.server.foundation.wire.ExpectedVersion;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Writes the OpenAPI 3.1 document of the handlers, read from their signatures: records, their
/// constraints, and `@Nullable`. Paths and schemas are in alphabetical order, so that a difference
/// shows what changed.
final class OpenApiDocument {
  private final Map<String, Map<String, Object>> paths = new TreeMap<>();
  private final OpenApiSchemas schemas = new OpenApiSchemas();

  OpenApiDocument(RequestMappingHandlerMapping mapping) {
    for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
        mapping.getHandlerMethods().entrySet()) {
      for (String pattern : entry.getKey().getPatternValues()) {
        if (pattern.startsWith("/api/")) {
          for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
            paths
                .computeIfAbsent(pattern, _ -> new TreeMap<>())
                .put(method.name().toLowerCase(Locale.ROOT), operation(method, entry.getValue()));
          }
        }
      }
    }
  }

  String write() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", ordered("title", "Tanheng", "version", "1"));
    document.put("paths", paths);
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas.all());
    components.put(
        "securitySchemes",
        Map.of("session", ordered("type", "apiKey", "in", "cookie", "name", "TANHENG_SESSION")));
    document.put("components", components);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.builder().build().writer().with(printer).writeValueAsString(document) + "\n";
  }

  private Map<String, Object> operation(RequestMethod verb, HandlerMethod handler) {
    Method method = handler.getMethod();
    Map<String, Object> operation = new LinkedHashMap<>();
    String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
    operation.put("tags", List.of(module(handler)));
    operation.put(
        "operationId",
        controller.substring(0, 1).toLowerCase(Locale.ROOT)
            + controller.substring(1)
            + "."
            + method.getName());
    Right right = right(method);
    operation.put("x-permission", right.name());
    operation.put(
        "security", right == Right.ANYONE ? List.of() : List.of(Map.of("session", List.of())));
    List<Object> parameters = new ArrayList<>();
    Map<String, Object> parts = new LinkedHashMap<>();
    List<String> requiredParts = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(RequestBody.class)) {
        operation.put(
            "requestBody",
            ordered(
                "required", true, "content", json(schemas.of(parameter.getAnnotatedType(), true))));
      } else if (isPart(parameter)) {
        parts.put(partName(parameter), schemas.of(parameter.getAnnotatedType(), true));
        if (isRequired(parameter)) {
          requiredParts.add(partName(parameter));
        }
      } else {
        addParameter(parameters, parameter);
      }
    }
    if (verb != RequestMethod.GET && right != Right.ANYONE && right != Right.SIGNED_IN) {
      parameters.add(
          ordered(
              "name",
              "Idempotency-Key",
              "in",
              "header",
              "required",
              false,
              "schema",
              ordered("type", "string", "pattern", "^[A-Za-z0-9._:-]{8,100}$")));
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (!parts.isEmpty()) {
      operation.put("requestBody", multipart(parts, requiredParts));
    }
    operation.put("responses", responses(method));
    return operation;
  }

  private static Right right(Method method) {
    Permission permission = method.getAnnotation(Permission.class);
    if (permission == null) {
      throw new IllegalStateException(method + " states no permission");
    }
    return permission.value();
  }

  private static String module(HandlerMethod handler) {
    String name = handler.getBeanType().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void addParameter(List<Object> parameters, Parameter parameter) {
    if (parameter.isAnnotationPresent(PathVariable.class)) {
      parameters.add(
          ordered(
              "name",
              parameter.getName(),
              "in",
              "path",
              "required",
              true,
              "schema",
              schemas.ofPathVariable(parameter.getType())));
    } else if (parameter.isAnnotationPresent(RequestParam.class)) {
      parameters.add(
          ordered(
              "name",
              partName(parameter),
              "in",
              "query",
              "required",
              isRequired(parameter),
              "schema",
              schemas.of(parameter.getAnnotatedType(), true)));
    } else if (parameter.getType() == ExpectedVersion.class) {
      parameters.add(
          ordered(
              "name",
              "If-Match",
              "in",
              "header",
              "required",
              true,
              "schema",
              ordered("type", "string", "pattern", "^\"[0-9]+\"$")));
    } else if (parameter.getType() != CallContext.class
        && !parameter.getType().getName().startsWith("jakarta.servlet")
        && !parameter.getType().getSimpleName().equals("Live")) {
      throw new IllegalStateException(
          "how is " + parameter + " of " + parameter.getDeclaringExecutable() + " filled in?");
    }
  }

  private static boolean isPart(Parameter parameter) {
    return parameter.isAnnotationPresent(RequestPart.class)
        || parameter.getType() == MultipartFile.class
        || (parameter.isAnnotationPresent(RequestParam.class)
            && List.of(parameter.getDeclaringExecutable().getParameterTypes())
                .contains(MultipartFile.class));
  }

  private static String partName(Parameter parameter) {
    RequestParam param = parameter.getAnnotation(RequestParam.class);
    RequestPart part = parameter.getAnnotation(RequestPart.class);
    String name =
        param != null
            ? param.name() + param.value()
            : part != null ? part.name() + part.value() : "";
    return name.isEmpty() ? parameter.getName() : name;
  }

  private static boolean isRequired(Parameter parameter) {
    RequestParam param = parameter.getAnnotation(RequestParam.class);
    RequestPart part = parameter.getAnnotation(RequestPart.class);
    return param != null
        ? param.required() && param.defaultValue().equals(ValueConstants.DEFAULT_NONE)
        : part == null || part.required();
  }

  private static Map<String, Object> multipart(Map<String, Object> parts, List<String> required) {
    return ordered(
        "required",
        true,
        "content",
        ordered(
            "multipart/form-data",
            ordered(
                "schema", ordered("type", "object", "properties", parts, "required", required))));
  }

  private Map<String, Object> responses(Method method) {
    Map<String, Object> responses = new LinkedHashMap<>();
    ResponseStatus status =
        AnnotatedElementUtils.findMergedAnnotation(method, ResponseStatus.class);
    HttpStatus code = status == null ? HttpStatus.OK : status.code();
    responses.put(String.valueOf(code.value()), success(method, code));
    responses.put(
        "default",
        ordered(
            "description",
            "Problem (RFC 9457)",
            "content",
            ordered(
                "application/problem+json",
                ordered("schema", schemas.ofClass(ProblemResponse.class, false)))));
    return responses;
  }

  private Map<String, Object> success(Method method, HttpStatus code) {
    AnnotatedType type = method.getAnnotatedReturnType();
    if (method.getReturnType() == void.class) {
      return code == HttpStatus.NO_CONTENT
          ? ordered("description", "Done")
          : ordered("description", "File", "content", file());
    }
    if (method.getReturnType() == ResponseEntity.class) {
      AnnotatedType inner = OpenApiSchemas.argument(type, 0);
      return OpenApiSchemas.isJson(inner)
          ? ordered("description", "Success", "content", json(schemas.of(inner, false)))
          : ordered("description", "File", "content", file());
    }
    return OpenApiSchemas.isJson(type)
        ? ordered("description", "Success", "content", json(schemas.of(type, false)))
        : ordered("description", "File", "content", file());
  }

  private static Map<String, Object> file() {
    return ordered("*/*", ordered("schema", ordered("type", "string", "format", "binary")));
  }

  private static Map<String, Object> json(Object schema) {
    return ordered("application/json", ordered("schema", schema));
  }

  static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }
}
