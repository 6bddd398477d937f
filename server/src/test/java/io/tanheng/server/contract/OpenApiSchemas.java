package io.tanheng.server.contract;

import static io.tanheng.server.contract.OpenApiDocument.ordered;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tanheng.server.foundation.wire.Years;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/// JSON schemas of records, as Jackson writes and reads them here.
///
/// In what the server sends every field is present, and `@Nullable` ones may be null; in what it
/// takes, `@Nullable` fields may also be left out.
final class OpenApiSchemas {
  private final Map<String, Object> schemas = new TreeMap<>();
  private final Map<String, Class<?>> owners = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Map<String, Object> all() {
    return schemas;
  }

  static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  static boolean isJson(AnnotatedType type) {
    Class<?> raw = raw(type.getType());
    return !Resource.class.isAssignableFrom(raw)
        && raw != StreamingResponseBody.class
        && raw != byte[].class;
  }

  Object ofPathVariable(Class<?> type) {
    if (type.isRecord()) {
      Class<?> inner = type.getRecordComponents()[0].getType();
      return inner == UUID.class
          ? ordered("type", "string", "format", "uuid")
          : ordered("type", "string");
    }
    return ofClass(type, true);
  }

  Object ofClass(Class<?> type, boolean request) {
    return of(type, Map.of(), request);
  }

  Object of(AnnotatedType type, boolean request) {
    return of(type, Map.of(), request);
  }

  private Object of(AnnotatedType type, Map<String, AnnotatedType> variables, boolean request) {
    if (type.getType() instanceof TypeVariable<?> variable) {
      AnnotatedType actual = variables.get(variable.getName());
      if (actual == null) {
        throw new IllegalStateException("what is " + variable + "?");
      }
      return of(actual, variables, request);
    }
    Class<?> raw = raw(type.getType());
    if (Collection.class.isAssignableFrom(raw)) {
      return constrained(
          ordered("type", "array", "items", nullable(argument(type, 0), variables, request)), type);
    }
    if (raw == Map.class) {
      return ordered(
          "type",
          "object",
          "additionalProperties",
          nullable(argument(type, 1), variables, request));
    }
    if (type instanceof AnnotatedParameterizedType && raw.isRecord()) {
      Map<String, AnnotatedType> inner = new LinkedHashMap<>();
      for (int i = 0; i < raw.getTypeParameters().length; i++) {
        inner.put(raw.getTypeParameters()[i].getName(), argument(type, i));
      }
      return record(raw, inner, request);
    }
    return constrained(of(raw, variables, request), type);
  }

  private Object nullable(
      AnnotatedType type, Map<String, AnnotatedType> variables, boolean request) {
    Object schema = of(type, variables, request);
    return type.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
  }

  private Object of(Class<?> type, Map<String, AnnotatedType> variables, boolean request) {
    if (type == String.class) {
      return ordered("type", "string");
    }
    if (type == UUID.class) {
      return ordered("type", "string", "format", "uuid");
    }
    if (type == BigDecimal.class) {
      return ordered("type", "string", "format", "decimal");
    }
    if (type == Instant.class) {
      return ordered("type", "string", "format", "date-time");
    }
    if (type == LocalDate.class) {
      return ordered("type", "string", "format", "date");
    }
    if (type == Year.class) {
      return ordered("type", "integer", "minimum", Years.FIRST, "maximum", Years.LAST);
    }
    if (type == YearMonth.class) {
      return ordered("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}$");
    }
    if (type == boolean.class || type == Boolean.class) {
      return ordered("type", "boolean");
    }
    if (type == int.class || type == Integer.class) {
      return ordered("type", "integer", "format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return ordered("type", "integer", "format", "int64");
    }
    if (type == MultipartFile.class) {
      return ordered("type", "string", "format", "binary");
    }
    if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
      return ordered();
    }
    if (type.isEnum()) {
      return named(type, () -> enumeration(type));
    }
    if (type.isRecord()) {
      return record(type, variables, request);
    }
    if (type.isInterface() && type.isSealed()) {
      return named(type, () -> choice(type, request));
    }
    throw new IllegalStateException("no schema is known for " + type);
  }

  private static Object enumeration(Class<?> type) {
    return ordered(
        "type",
        "string",
        "enum",
        Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList());
  }

  private Object choice(Class<?> type, boolean request) {
    Map<String, Object> schema = new LinkedHashMap<>();
    List<Object> choices = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      choices.add(of(permitted, Map.of(), request));
    }
    schema.put("oneOf", choices);
    JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
    JsonSubTypes names = type.getAnnotation(JsonSubTypes.class);
    if (info != null && names != null) {
      Map<String, Object> mapping = new LinkedHashMap<>();
      for (JsonSubTypes.Type name : names.value()) {
        mapping.put(name.name(), "#/components/schemas/" + name(name.value()));
      }
      schema.put("discriminator", ordered("propertyName", info.property(), "mapping", mapping));
    }
    return schema;
  }

  private Object record(Class<?> type, Map<String, AnnotatedType> variables, boolean request) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 1
        && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
      return of(components[0].getAnnotatedType(), variables, request);
    }
    String name = name(type) + suffix(variables);
    Object reference = ordered("$ref", "#/components/schemas/" + name);
    if (request && !taken.add(name)) {
      return reference;
    }
    if (!request && schemas.containsKey(name)) {
      return reference;
    }
    claim(name, type);
    schemas.put(name, ordered());
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : components) {
      AnnotatedType componentType = component.getAnnotatedType();
      boolean mayBeNull = componentType.isAnnotationPresent(Nullable.class);
      Object schema = constrained(of(componentType, variables, request), component.getAccessor());
      String property = propertyName(component);
      properties.put(property, mayBeNull ? orNull(schema) : schema);
      if (!mayBeNull || !request) {
        required.add(property);
      }
    }
    Map<String, Object> schema = ordered("type", "object", "properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (request) {
      schema.put("additionalProperties", false);
    }
    schemas.put(name, schema);
    return reference;
  }

  private Object named(Class<?> type, Supplier<Object> schema) {
    String name = name(type);
    if (claim(name, type)) {
      schemas.put(name, ordered());
      schemas.put(name, schema.get());
    }
    return ordered("$ref", "#/components/schemas/" + name);
  }

  /// True the first time. Two types of one name would make one schema of two things.
  private boolean claim(String name, Class<?> type) {
    Class<?> owner = owners.putIfAbsent(name, type);
    if (owner != null && owner != type) {
      throw new IllegalStateException(
          owner.getName()
              + " and "
              + type.getName()
              + " would both be "
              + name
              + " in openapi.json: rename one");
    }
    return owner == null;
  }

  private static String suffix(Map<String, AnnotatedType> variables) {
    StringBuilder suffix = new StringBuilder();
    variables.values().forEach(type -> suffix.append("Of").append(name(raw(type.getType()))));
    return suffix.toString();
  }

  /// `SessionResponse.AccountPart` is `SessionResponseAccountPart`; what stands in a controller has
  /// its own name.
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null || outer.getSimpleName().endsWith("Controller")
        ? type.getSimpleName()
        : name(outer) + type.getSimpleName();
  }

  private static String propertyName(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? component.getName() : property.value();
  }

  private static Object orNull(Object schema) {
    if (schema instanceof Map<?, ?> map && map.get("type") instanceof String type) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put((String) key, value));
      copy.put("type", List.of(type, "null"));
      return copy;
    }
    return ordered("anyOf", List.of(schema, ordered("type", "null")));
  }

  private static Object constrained(Object schema, AnnotatedElement element) {
    if (!(schema instanceof Map<?, ?> map) || map.containsKey("$ref")) {
      return schema;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    String what = "array".equals(copy.get("type")) ? "Items" : "Length";
    Size size = element.getAnnotation(Size.class);
    if (size != null && size.min() > 0) {
      copy.put("min" + what, size.min());
    }
    if (size != null && size.max() < Integer.MAX_VALUE) {
      copy.put("max" + what, size.max());
    }
    Pattern pattern = element.getAnnotation(Pattern.class);
    if (pattern != null) {
      copy.put("pattern", "^(?:" + pattern.regexp() + ")$");
    }
    Min min = element.getAnnotation(Min.class);
    if (min != null) {
      copy.put("minimum", min.value());
    }
    Max max = element.getAnnotation(Max.class);
    if (max != null) {
      copy.put("maximum", max.value());
    }
    return copy;
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
      default -> throw new IllegalStateException("no schema is known for " + type);
    };
  }
}
