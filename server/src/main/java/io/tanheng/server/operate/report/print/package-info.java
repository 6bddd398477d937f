/// Reports on paper: Word documents from a template, workbooks with formulas for the sums, and a
/// page for the browser.
@NullMarked
package io.tanheng.server.operate.report.print;

import org.jspecify.annotations.NullMarked;
