package io.tanheng.standard;

import java.util.Optional;

/// A text label of a row that names an entry of a registry or a row of a table.
///
/// @param standIn the entry meant when the row has no such label
/// @param sameKind whether the unit of the entry must be of the kind of the row's quantity
public record LabelRule(
    String label, Registry registry, Optional<String> standIn, boolean sameKind) {}
