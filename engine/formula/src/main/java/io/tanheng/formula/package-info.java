/// Formulas as text: parsed, unit-checked, compiled, evaluated and explained. Entry point:
/// [Formula].
///
/// ```
/// formula    = term { ("+" | "-") term }
/// term       = factor { ("*" | "/") factor }
/// factor     = "-" factor | number [ "[" unit "]" ] | name | name "[" index "]" | call | "(" formula ")"
/// call       = ("min" | "max") "(" formula { "," formula } ")"
///            | ("abs" | "co2e" | "exp") "(" formula ")"
///            | "power" "(" number "," formula ")"
///            | "if" "(" formula comparison formula "," formula "," formula ")"
///            | "sum" "(" index ":" formula ")"
/// comparison = ">" | ">=" | "<" | "<=" | "=" | "!="
/// ```
///
/// - A number is a plain decimal. Its unit stands behind it in brackets: `83.74[kJ/kg]`,
///   `44[tCO2]/12[tC]`. Without one it is a ratio; a bare `0` fits every dimension.
/// - Names are letters, digits and `_`. A name of lower-case words joined by `-`
///   (`fossil-fuel-combustion`) is one name, so a minus between names has spaces around it.
/// - `V[n]` is the member of the family `V` that the sum's index names: `sum(n: V[n] * CN[n])` adds
///   over the members `V_CH4`, `V_CO`, … of a row.
/// - `co2e` turns a mass of CO₂ into the same mass of CO₂ equivalent (by definition its warming
///   potential is 1) and leaves CO₂ equivalent as it is; every other gas needs a stated potential.
/// - `exp(x)` and `power(1.015, x)` take and give plain numbers. A power with a whole exponent is
///   exact; everything else is computed to 40 significant digits.
/// - Every operation is checked for dimension and substance before anything is evaluated.
///   Conversion between units of one dimension is automatic and exact, so no formula carries a
///   power of ten for it.
@NullMarked
package io.tanheng.formula;

import org.jspecify.annotations.NullMarked;
