/// What a report says, before it is printed: chapters, numbered tables, figures with exact and
/// printed value. Entry point: [io.tanheng.server.operate.report.content.ReportCompiler].
@NullMarked
package io.tanheng.server.operate.report.content;

import org.jspecify.annotations.NullMarked;
