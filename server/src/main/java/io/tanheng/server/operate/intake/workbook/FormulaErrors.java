package io.tanheng.server.operate.intake.workbook;

import io.tanheng.server.operate.intake.workbook.FormulaText.Reference;
import io.tanheng.units.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Formula errors, each reported once at its root with the cells that only show it because they
/// depend on it.
final class FormulaErrors {
  private record Address(String sheet, CellRef ref) {
    @Override
    public String toString() {
      return sheet + "!" + ref;
    }
  }

  private record Faulty(Address address, String code, List<Reference> reads) {
    boolean dependsOn(Address other) {
      return !other.equals(address)
          && reads.stream().anyMatch(read -> read.covers(other.sheet(), other.ref()));
    }
  }

  /// Beyond so many the book is broken as a whole; tracing them all would take long.
  private static final int TRACED_MAX = 1_000;

  private FormulaErrors() {}

  static List<Finding> find(List<Sheet> sheets, SeriesIndex index) {
    Map<Address, Faulty> faulty = new LinkedHashMap<>();
    for (Sheet sheet : sheets) {
      for (Cell cell : sheet.cells()) {
        if (cell.content() instanceof Content.Fault(String code) && faulty.size() < TRACED_MAX) {
          Address address = new Address(sheet.name(), cell.ref());
          List<Reference> reads =
              cell.formula()
                  .map(formula -> FormulaText.references(formula, sheet.name()))
                  .orElse(List.of());
          faulty.put(address, new Faulty(address, code, reads));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    Set<Address> explained = new LinkedHashSet<>();
    for (Faulty fault : faulty.values()) {
      boolean isRoot = faulty.keySet().stream().noneMatch(fault::dependsOn);
      if (isRoot) {
        Set<Address> dependents = dependents(fault.address(), faulty);
        explained.add(fault.address());
        explained.addAll(dependents);
        findings.add(finding(fault, dependents, index));
      }
    }
    // What is left refers to itself in a circle: no root, each is reported.
    faulty.values().stream()
        .filter(fault -> !explained.contains(fault.address()))
        .forEach(fault -> findings.add(finding(fault, Set.of(), index)));
    return findings;
  }

  private static Set<Address> dependents(Address root, Map<Address, Faulty> faulty) {
    Set<Address> found = new LinkedHashSet<>();
    Deque<Address> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Address next = open.pop();
      for (Faulty fault : faulty.values()) {
        if (fault.dependsOn(next) && !fault.address().equals(root) && found.add(fault.address())) {
          open.push(fault.address());
        }
      }
    }
    return found;
  }

  private static Finding finding(Faulty fault, Set<Address> dependents, SeriesIndex index) {
    Address at = fault.address();
    return Finding.of(
            IntakeProblem.FORMULA_ERROR,
            Place.cell(at.sheet(), at.ref()),
            Map.of(
                "sheet", Text.same(at.sheet()),
                "cell", Text.same(at.ref().toString()),
                "label", index.describe(at.sheet(), at.ref()),
                "content", Text.same(fault.code()),
                "dependents", dependents(dependents.size())))
        .withRelated(dependents.stream().map(Address::toString).toList());
  }

  private static Text dependents(int count) {
    return count == 0
        ? new Text("", "")
        : new Text(
            "另有 " + count + " 个单元格因引用它而出错。",
            count + " more cells show an error because they depend on it. ");
  }
}
