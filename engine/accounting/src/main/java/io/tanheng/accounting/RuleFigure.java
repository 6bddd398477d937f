package io.tanheng.accounting;

import io.tanheng.units.Quantity;
import io.tanheng.units.Text;

/// A result of a rule.
///
/// @param value after the rounding the rule asks for
/// @param shown as the rule writes it, without unit
public record RuleFigure(
    String key, Text name, Quantity value, String shown, String text, String substituted) {}
