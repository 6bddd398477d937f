package io.tanheng.server.operate.report.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Units as printed forms write them: `10^4 Nm3` as `10⁴Nm³`, `tCO2/MWh` as `tCO₂/MWh`.
public final class UnitText {
  private static final Pattern POWER = Pattern.compile("\\^(\\d+) ?");
  private static final Pattern CUBIC = Pattern.compile("m([23])(?![0-9])");
  private static final Pattern SUBSTANCE = Pattern.compile("(?<=CO|CH|CF|C|F|N|SF)(\\d)");

  private UnitText() {}

  public static String of(String unit) {
    if (unit.equals("1")) {
      return "—";
    }
    String powers = POWER.matcher(unit).replaceAll(match -> raised(match.group(1)));
    String cubic = CUBIC.matcher(powers).replaceAll(match -> "m" + raised(match.group(1)));
    return SUBSTANCE
        .matcher(cubic)
        .replaceAll(match -> Matcher.quoteReplacement(lowered(match.group(1))))
        .replace("degC", "℃");
  }

  private static String raised(String digits) {
    return shifted(digits, "⁰¹²³⁴⁵⁶⁷⁸⁹");
  }

  private static String lowered(String digits) {
    return shifted(digits, "₀₁₂₃₄₅₆₇₈₉");
  }

  private static String shifted(String digits, String forms) {
    StringBuilder text = new StringBuilder();
    digits.chars().forEach(digit -> text.append(forms.charAt(digit - '0')));
    return text.toString();
  }
}
