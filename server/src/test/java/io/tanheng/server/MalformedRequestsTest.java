package io.tanheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanheng.server.ApiClient.Answer;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Grant;
import io.tanheng.server.foundation.identity.Permission;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.FieldNames;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sends nonsense to every handler there is, as somebody who may do everything: whatever comes, the
/// answer is no bug of ours, and a refusal is a problem in both languages.
@ApiTest
class MalformedRequestsTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NUL = "\\u0000";

  /// JSON that may stand where any value is expected.
  private static final List<String> VALUES =
      List.of(
          "null",
          "\"\"",
          "\"a" + NUL + "b\"",
          "\"\\ud800\"",
          "0",
          "-1",
          "99999999999999999999",
          "1e999",
          "1.5",
          "true",
          "[]",
          "[null]",
          "{}",
          "{\"a\": null}",
          "\"9999999-99\"",
          "\"+999999999-12-31\"",
          "\"" + "x".repeat(5000) + "\"");

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "[null]",
          "1",
          "\"x\"",
          "{",
          "{\"no\":",
          "{\"a\":\"" + NUL + "\"}",
          "[".repeat(3000),
          "{}");

  private static final List<String> PARAMETERS =
      List.of(
          "",
          "\u0000",
          "a\u0000b",
          "-1",
          "0",
          "99999999999999999999",
          "1.5",
          "null",
          "\ud83d\ude00",
          "9999999-99",
          "+999999999-12-31",
          "x".repeat(3000),
          "%",
          "'; drop table x; --");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired ApiFixture fixture;

  private record Endpoint(String method, String pattern, HandlerMethod handler) {
    String path(EnterpriseId enterprise, String other) {
      return VARIABLE
          .matcher(pattern.replace("{enterpriseId}", enterprise.toString()))
          .replaceAll(other);
    }

    boolean takesFile() {
      return parameters().stream().anyMatch(p -> p.getParameterType() == MultipartFile.class);
    }

    List<MethodParameter> parameters() {
      return List.of(handler.getMethodParameters());
    }

    @Nullable Class<?> body() {
      return parameters().stream()
          .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
          .<Class<?>>map(MethodParameter::getParameterType)
          .findFirst()
          .orElse(null);
    }

    List<String> queryParameters() {
      return parameters().stream()
          .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
          .filter(parameter -> parameter.getParameterType() != MultipartFile.class)
          .map(parameter -> parameter.getParameter().getName())
          .toList();
    }
  }

  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private EnterpriseId enterprise;
  private ApiClient client;

  @BeforeEach
  void prepare() {
    for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
        mapping.getHandlerMethods().entrySet()) {
      for (String pattern : entry.getKey().getPatternValues()) {
        if (!pattern.equals("/error") && entry.getValue().hasMethodAnnotation(Permission.class)) {
          for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
            endpoints.add(new Endpoint(method.name(), pattern, entry.getValue()));
          }
        }
      }
    }
    enterprise = fixture.enterprise();
    client = fixture.anonymous();
    client.signIn(
        fixture.account(
            Set.of(new Grant(Role.CARBON_OFFICE, enterprise), new Grant(Role.IT_ADMIN, null))),
        ApiFixture.PASSWORD);
  }

  /// Ending the session of the test itself is no refusal.
  private boolean endsTheSession(Endpoint endpoint) {
    return endpoint.pattern().equals("/api/v1/session") && !endpoint.method().equals("GET");
  }

  private void look(String what, Answer answer) {
    String type = answer.headers().firstValue("content-type").orElse("");
    String shown = what.length() > 300 ? what.substring(0, 300) + "…" : what;
    if (answer.status() >= 500) {
      faults.add(shown + " → " + answer.status() + " " + answer.text());
    } else if (answer.status() >= 400) {
      if (!type.startsWith("application/problem+json")) {
        faults.add(shown + " → " + answer.status() + " " + type);
      } else if (answer.json().at("/messages/zh").asString("").isBlank()
          || answer.json().at("/messages/en").asString("").isBlank()) {
        faults.add(shown + " → no text: " + answer.text());
      }
    }
  }

  private void noFaults() {
    assertThat(String.join("\n", faults)).isEmpty();
  }

  @Test
  void bodies_of_the_wrong_form() {
    for (Endpoint endpoint : endpoints) {
      if (endpoint.method().equals("GET") || endsTheSession(endpoint)) {
        continue;
      }
      String path = endpoint.path(enterprise, UUID.randomUUID().toString());
      for (String body : BODIES) {
        look(
            endpoint.method() + " " + endpoint.pattern() + " " + body,
            client.sendWith(endpoint.method(), path, body, "If-Match", "\"1\""));
      }
    }
    noFaults();
  }

  @Test
  void every_field_of_every_body_with_every_wrong_value() {
    for (Endpoint endpoint : endpoints) {
      Class<?> body = endpoint.body();
      if (body == null || endpoint.pattern().startsWith("/api/v1/session")) {
        continue;
      }
      String path = endpoint.path(enterprise, UUID.randomUUID().toString());
      for (ObjectNode variant : variants(example(body, 0))) {
        String json = variant.toString().replace("\\\\u0000", NUL).replace("\\\\ud800", "\\ud800");
        look(
            endpoint.method() + " " + endpoint.pattern() + " " + json,
            client.sendWith(endpoint.method(), path, json, "If-Match", "\"1\""));
      }
    }
    noFaults();
  }

  @Test
  void every_field_a_person_fills_in_has_a_name_in_both_languages() {
    Set<String> without = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      Class<?> body = endpoint.body();
      if (body != null) {
        pointers(example(body, 0), "").stream()
            .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1))
            .filter(name -> !name.equals("0") && !name.equals("k") && !FieldNames.isKnown(name))
            .forEach(without::add);
      }
      endpoint.queryParameters().stream()
          .filter(name -> !FieldNames.isKnown(name))
          .forEach(without::add);
    }

    assertThat(without).isEmpty();
  }

  @Test
  void a_refused_field_is_called_what_people_call_it() {
    Answer answer =
        client.put(
            "/api/v1/enterprises/" + enterprise + "/ledger/lines",
            "{\"lines\": [{\"month\": \"2025-01\", \"unit\": \"t\", \"version\": 0}]}");

    assertThat(answer.json().at("/problems/0/message/zh").asString()).contains("台账行（第 1 项）的监测参数");
    assertThat(answer.json().at("/problems/0/message/en").asString())
        .contains("lines (no. 1), monitoring parameter");
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("lines[0].parameterId");
  }

  @Test
  void log_in_with_characters_no_text_can_have() {
    for (String login : List.of("a" + NUL, "\\ud800", "x".repeat(65), "")) {
      look(
          "log-in " + login,
          fixture
              .anonymous()
              .post(
                  "/api/v1/session",
                  "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, login)));
    }
    noFaults();
  }

  @Test
  void query_parameters_and_ids() {
    for (Endpoint endpoint : endpoints) {
      if (endsTheSession(endpoint)) {
        continue;
      }
      String id = UUID.randomUUID().toString();
      for (String value : PARAMETERS) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        StringBuilder query = new StringBuilder("?x=1");
        for (String name : endpoint.queryParameters()) {
          query.append('&').append(name).append('=').append(encoded);
          look(
              endpoint.method() + " " + endpoint.pattern() + " " + name + "=" + value,
              send(
                  endpoint,
                  endpoint.path(enterprise, id)
                      + "?year=2025&on=2025-01-01&"
                      + name
                      + "="
                      + encoded));
        }
        if (!endpoint.queryParameters().isEmpty()) {
          look(
              endpoint.method() + " " + endpoint.pattern() + " all=" + value,
              send(endpoint, endpoint.path(enterprise, id) + query));
        }
        if (VARIABLE.matcher(endpoint.pattern()).find() && !value.isEmpty()) {
          look(
              endpoint.method() + " " + endpoint.pattern() + " id=" + value,
              send(endpoint, endpoint.path(enterprise, encoded.replace("+", "%20"))));
        }
      }
      look(
          endpoint.pattern() + " ?%zz",
          send(endpoint, endpoint.path(enterprise, id) + "?year=%25zz"));
    }
    noFaults();
  }

  private Answer send(Endpoint endpoint, String path) {
    return endpoint.method().equals("GET")
        ? client.get(path)
        : client.sendWith(endpoint.method(), path, "{}", "If-Match", "\"1\"");
  }

  @Test
  void forms_without_a_file_or_with_a_strange_one() {
    List<Endpoint> forms = endpoints.stream().filter(Endpoint::takesFile).toList();
    assertThat(forms).hasSizeGreaterThan(1);
    for (Endpoint endpoint : forms) {
      String path = endpoint.path(enterprise, UUID.randomUUID().toString());
      String name = endpoint.method() + " " + endpoint.pattern();
      look(name + " JSON", client.post(path, "{}"));
      look(
          name + " no file",
          client.form(
              path,
              "--b\r\nContent-Disposition: form-data; name=\"year\"\r\n\r\n2025\r\n--b--\r\n"));
      look(name + " empty form", client.form(path, "--b--\r\n"));
      look(name + " broken form", client.form(path, "--b\r\nContent-Dis"));
      look(name + " no body", client.form(path, ""));
      for (String file :
          List.of(
              "",
              "a\u0000.csv",
              "../../x.csv",
              "名".repeat(160) + ".csv",
              "名".repeat(9000) + ".csv")) {
        look(
            name + " file name " + file,
            client.upload(
                path, file, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), Map.of("year", "2025")));
      }
      look(
          name + " NUL in field",
          client.upload(
              path, "a.csv", new byte[] {1}, Map.of("year", "2025", "kind", "led\u0000ger")));
    }
    noFaults();
  }

  @Test
  void what_the_container_itself_refuses_is_a_problem_too() throws IOException {
    for (String line :
        List.of(
            "GET /api/v1/methods?x=%zz HTTP/1.1",
            "GET /api/v1/methods/%zz HTTP/1.1",
            "GET /api/v1/methods/%00 HTTP/1.1",
            "GET /api/v1/{bad} HTTP/1.1",
            "GET /api/v1/..%2f..%2fetc HTTP/1.1",
            "GET /api/v1/nothing HTTP/1.1",
            "GET /nothing.txt HTTP/1.1",
            "TRACE /api/v1/session HTTP/1.1",
            "BREW /api/v1/session HTTP/1.1",
            "GET /" + "x".repeat(20000) + " HTTP/1.1")) {
      String answer = raw(line);
      String shown = line.substring(0, Math.min(60, line.length()));
      int status = Integer.parseInt(answer.substring(9, 12));
      assertThat(status).as(shown + "\n" + answer).isBetween(400, 499);
      assertThat(answer).as(shown).contains("application/problem+json").doesNotContain("<html");
      assertThat(JSON.readTree(body(answer)).at("/messages/en").asString(""))
          .as(shown)
          .isNotBlank();
    }
  }

  private static String body(String answer) {
    String text = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    return text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1);
  }

  private String raw(String line) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", fixture.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// A body in which everything has the right form, though it need not make sense.
  private static ObjectNode example(Class<?> record, int depth) {
    ObjectNode object = JSON.createObjectNode();
    for (RecordComponent component : record.getRecordComponents()) {
      com.fasterxml.jackson.annotation.JsonProperty named =
          component
              .getAccessor()
              .getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
      object.set(
          named == null ? component.getName() : named.value(),
          value(component.getGenericType(), depth));
    }
    return object;
  }

  private static JsonNode value(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == Map.class) {
        return JSON.createObjectNode().set("k", value(last, depth + 1));
      }
      return JSON.createArrayNode().add(value(last, depth + 1));
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      return depth > 4 ? JSON.createObjectNode() : example(raw, depth + 1);
    }
    if (raw.isEnum()) {
      return JSON.valueToTree(raw.getEnumConstants()[0].toString());
    }
    String text =
        raw == UUID.class
            ? UUID.randomUUID().toString()
            : raw == YearMonth.class
                ? "2025-01"
                : raw == LocalDate.class ? "2025-01-31" : raw == BigDecimal.class ? "1.5" : null;
    if (text != null) {
      return JSON.valueToTree(text);
    }
    if (raw == int.class || raw == long.class || raw == Integer.class || raw == Long.class) {
      return JSON.valueToTree(2025);
    }
    if (raw == Year.class) {
      return JSON.valueToTree(2025);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return JSON.valueToTree(true);
    }
    return JSON.valueToTree("t");
  }

  /// The example with one place after another replaced by each wrong value, and left out.
  private static List<ObjectNode> variants(ObjectNode example) {
    List<ObjectNode> variants = new ArrayList<>();
    variants.add(example);
    for (String pointer : pointers(example, "")) {
      for (String value : VALUES) {
        ObjectNode copy = example.deepCopy();
        put(copy, pointer, read(value));
        variants.add(copy);
      }
    }
    return variants;
  }

  private static JsonNode read(String value) {
    return value.contains("\\u") || value.equals("1e999")
        ? JSON.valueToTree(value.replace("\"", ""))
        : JSON.readTree(value);
  }

  private static List<String> pointers(JsonNode node, String at) {
    List<String> pointers = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object
          .propertyNames()
          .forEach(name -> {
            pointers.add(at + "/" + name);
            pointers.addAll(pointers(object.get(name), at + "/" + name));
          });
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      pointers.add(at + "/0");
      pointers.addAll(pointers(array.get(0), at + "/0"));
    }
    return pointers;
  }

  private static void put(ObjectNode root, String pointer, JsonNode value) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, slash));
    if (parent instanceof ObjectNode object) {
      object.set(pointer.substring(slash + 1), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(0, value);
    }
  }
}
