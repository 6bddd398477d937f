/// Reading a plant's workbook: from bytes to recognised series of monthly values, with every
/// problem at its cell.
///
/// Pure functions without database or clock. Entry points: [WorkbookReader] (bytes to cells) and
/// [LedgerRecogniser] (cells to series).
@NamedInterface("workbook")
@NullMarked
package io.tanheng.server.operate.intake.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
