package io.tanheng.server.operate.inventory;

import io.tanheng.server.operate.inventory.InventoryStore.StoredRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fingerprints of a run: SHA-256 over JSON without spaces whose names are sorted.
@Component
class Digests {
  private static final Set<String> PERSONAL = Set.of("enteredBy", "enteredAt", "state", "reason");

  private final JsonMapper json;

  Digests(JsonMapper json) {
    this.json = json.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();
  }

  /// Over everything the run was made from: rows, labels, values, ledger lines with versions and
  /// vouchers, factors. Persons and times are left out, they make no figure.
  String ofInputs(List<StoredRow> rows, RunExtras extras) {
    List<Object> all = new ArrayList<>();
    for (StoredRow row : rows) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("source", row.source());
      one.put("item", row.item());
      one.put("month", row.month().toString());
      one.put("labels", json.readTree(row.labels()));
      one.put("inputs", json.readTree(row.inputs()));
      all.add(one);
    }
    return digest(json.valueToTree(Map.of("rows", all, "production", extras.production())));
  }

  /// Over the whole run: method, inputs, exact results and the figures shown.
  String ofRun(String methodDigest, String inputsDigest, List<StoredRow> rows, InventoryView view) {
    List<String> results =
        rows.stream().map(row -> row.position() + " " + row.exact() + " " + row.unit()).toList();
    return digest(
        json.valueToTree(
            Map.of(
                "method", methodDigest,
                "inputs", inputsDigest,
                "results", results,
                "view", view)));
  }

  private String digest(JsonNode node) {
    String canonical = json.writeValueAsString(sorted(node));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode result = json.createObjectNode();
      object.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .filter(entry -> !PERSONAL.contains(entry.getKey()))
          .forEach(entry -> result.set(entry.getKey(), sorted(entry.getValue())));
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = json.createArrayNode();
      array.forEach(member -> result.add(sorted(member)));
      return result;
    }
    return node;
  }
}
