package io.tanheng.accounting;

import io.tanheng.standard.EmissionSource;
import io.tanheng.units.Problem;
import io.tanheng.units.Text;

/// Where a problem of a row is: for people in words, for programs as arguments.
record RowPlace(EmissionSource source, InputRow row, int number) {

  Problem on(Problem problem) {
    return problem
        .with("place", words())
        .with("source", source.key())
        .with("rowId", row.id().value())
        .with("row", number);
  }

  private Text words() {
    String item = row.label("item").orElse("");
    String zh = item.isEmpty() ? "" : "（" + item + "）";
    String en = item.isEmpty() ? "" : " (" + item + ")";
    return new Text(
        source.name().zh() + " 第" + number + "行" + zh, source.name().en() + ", row " + number + en);
  }
}
