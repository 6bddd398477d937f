/// Report layouts (报告格式) as the files `standards/<method>/<edition>/report.yaml` write them. Entry
/// point: [io.tanheng.server.operate.report.layout.ReportLayouts].
@NullMarked
package io.tanheng.server.operate.report.layout;

import org.jspecify.annotations.NullMarked;
