package io.tanheng.server.operate.intake.workbook;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// One sheet: its filled cells and merged regions.
public final class Sheet {
  private final String name;
  private final boolean hidden;
  private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows;
  private final List<Region> merges;
  private final List<CellRef> uncalculated;

  Sheet(String name, boolean hidden, Collection<Cell> cells, List<Region> merges) {
    this(name, hidden, cells, merges, List.of());
  }

  Sheet(
      String name,
      boolean hidden,
      Collection<Cell> cells,
      List<Region> merges,
      List<CellRef> uncalculated) {
    this.name = name;
    this.hidden = hidden;
    this.rows = new TreeMap<>();
    for (Cell cell : cells) {
      rows.computeIfAbsent(cell.ref().row(), _ -> new TreeMap<>()).put(cell.ref().column(), cell);
    }
    this.merges = List.copyOf(merges);
    this.uncalculated = List.copyOf(uncalculated);
  }

  public String name() {
    return name;
  }

  public boolean hidden() {
    return hidden;
  }

  public List<Region> merges() {
    return merges;
  }

  /// Where a formula stands whose result the file does not hold; no cell is there.
  List<CellRef> uncalculated() {
    return uncalculated;
  }

  /// The last row with a filled cell, 0 for an empty sheet.
  public int lastRow() {
    return rows.isEmpty() ? 0 : rows.lastKey();
  }

  /// The filled cells of a row from left to right.
  public Collection<Cell> row(int row) {
    return rows.getOrDefault(row, Collections.emptyNavigableMap()).values();
  }

  /// All filled cells, row by row.
  public List<Cell> cells() {
    return rows.values().stream().flatMap(row -> row.values().stream()).toList();
  }

  public Optional<Cell> at(int row, int column) {
    return Optional.ofNullable(rows.getOrDefault(row, Collections.emptyNavigableMap()).get(column));
  }

  public Optional<Cell> at(CellRef ref) {
    return at(ref.row(), ref.column());
  }

  /// What a person sees at this place: the cell itself or the one whose merged region covers it.
  Optional<Cell> seen(int row, int column) {
    return at(row, column).or(() -> regionAt(row, column).flatMap(region -> at(region.first())));
  }

  Optional<Region> regionAt(int row, int column) {
    return merges.stream().filter(region -> region.contains(row, column)).findFirst();
  }
}
