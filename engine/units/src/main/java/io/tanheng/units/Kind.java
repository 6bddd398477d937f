package io.tanheng.units;

/// A kind of quantity that never converts into another kind by itself.
///
/// Mass is told apart by substance as well, see [Atom]. Normal volume is gas at 0 °C and 101.325
/// kPa; the volume of a gas at any other state, or of a liquid, is plain volume. Standard coal
/// (标准煤) is counted, not burned: turning it into energy takes a constant of a method.
public enum Kind {
  MASS("质量", "mass", "t"),
  NORMAL_VOLUME("标准状态体积", "normal volume", "Nm3"),
  VOLUME("体积", "volume", "m3"),
  LENGTH("长度", "length", "m"),
  ENERGY("能量", "energy", "GJ"),
  STANDARD_COAL("标准煤量", "standard coal", "tce"),
  TIME("时间", "time", "h"),
  YEAR("年", "calendar years", "a"),
  AMOUNT("物质的量", "amount of substance", "kmol"),
  TEMPERATURE("温度", "temperature", "degC"),
  PRESSURE("压力", "pressure", "kPa"),
  COUNT("数量", "count", "count"),
  CELL("电解槽数", "number of cells", "cell"),
  MONEY("金额", "money", "CNY");

  private final String zh;
  private final String en;
  private final String baseSymbol;

  Kind(String zh, String en, String baseSymbol) {
    this.zh = zh;
    this.en = en;
    this.baseSymbol = baseSymbol;
  }

  public Text words() {
    return new Text(zh, en);
  }

  /// The unit in which the engine keeps this kind.
  String baseSymbol() {
    return baseSymbol;
  }
}
