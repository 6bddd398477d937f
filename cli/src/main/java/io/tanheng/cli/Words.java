package io.tanheng.cli;

import io.tanheng.units.Text;

/// What the command line says besides problems.
final class Words {

  static final Text DIFFERENCE =
      new Text("%s %s：%s “%s”应为 %s，实为 %s", "%s %s: %s \"%s\" should be %s, is %s");
  static final Text CHECKED =
      new Text("%d 个算例，比较 %d 个数值，%d 处不一致", "%d cases, %d figures compared, %d differ");
  static final Text LINTED =
      new Text(
          "%d 个方法版本，%d 个缺省值表，%d 个算例，比较 %d 个数值；%d 个问题",
          "%d editions, %d tables, %d examples, %d figures compared; %d problems");
  static final Text UNCERTAIN =
      new Text(
          "%s %s：合计 %s t，不确定度 %s %%（误差传递），%s %% ～ +%s %%（蒙特卡罗，%s 次，种子 %s）；主要来源：%s",
          "%s %s: total %s t, uncertainty %s %% (propagated), %s %% to +%s %% (Monte Carlo, %s"
              + " trials, seed %s); mostly from: %s");
  static final Text ENTERED = new Text("填报 %s", "entered as %s");
  static final Text PICKED = new Text("选用 %s，来源 %s（%s）", "picked from %s, source %s (%s)");
  static final Text FROM_TABLE = new Text("缺省值 %s，来源 %s（%s）", "default of %s, source %s (%s)");
  static final Text REPLACED = new Text("替换 %s：%s（%s）", "in place of %s: %s (%s)");
  static final Text ZERO = new Text("未填，按零计", "not given, taken as zero");
  static final Text ROUTE = new Text("路径：%s", "route: %s");
  static final Text VERIFIED = new Text("已核实", "verified");
  static final Text RECALLED = new Text("回忆", "recalled");
  static final Text UNSURE = new Text("存疑", "unsure");

  private Words() {}
}
