package io.tanheng.standard;

import io.tanheng.units.Text;

/// Where a figure or formula comes from (来源).
///
/// @param id short name within the edition
/// @param confidence how sure the figures of this source are at best
public record Citation(String id, Text title, Confidence confidence) {}
