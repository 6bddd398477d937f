package io.tanheng.server.operate.report.print;

import io.tanheng.server.operate.report.content.ReportContent.Chart;
import io.tanheng.server.operate.report.content.ReportContent.Series;
import io.tanheng.server.operate.report.content.UnitText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;

/// A chart that Word itself draws, from printed figures.
final class WordChart {
  private static final int WIDTH_CM = 15;
  private static final int HEIGHT_CM = 8;
  private static final int FRAME_CM = 3;
  private static final double BAR_CM = 0.8;
  private static final double LABEL_POINTS = 8;
  private static final int TITLE_POINTS = 11;
  private static final String FULL_OVERLAP = "100";

  private static final List<String> COLORS =
      List.of(
          "0F766E", "C2702E", "4C6FB0", "8A9A3B", "9B4F6C", "5B8DB8", "B59B2B", "6B5B95", "3F9C8A",
          "A85C4A", "7D7D7D", "2F6B3A");

  private WordChart() {}

  static void insert(XWPFDocument document, XWPFParagraph place, Chart chart, Paper paper) {
    if (chart.categories().isEmpty() || chart.series().isEmpty()) {
      return;
    }
    try {
      XWPFChart drawn =
          document.createChart(
              place.createRun(),
              WIDTH_CM * Units.EMU_PER_CENTIMETER,
              (int) (height(chart) * Units.EMU_PER_CENTIMETER));
      draw(drawn, chart, paper);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A bar lying across needs room of its own, or its name is left out.
  private static double height(Chart chart) {
    return chart.series().size() > 1
        ? HEIGHT_CM
        : Math.max(HEIGHT_CM, FRAME_CM + BAR_CM * chart.categories().size());
  }

  private static void draw(XWPFChart drawn, Chart chart, Paper paper) {
    drawn.setTitleText(paper.in(chart.title()) + "（" + UnitText.of(chart.unit()) + "）");
    drawn.setTitleOverlay(false);
    drawn
        .getCTChart()
        .getTitle()
        .getTx()
        .getRich()
        .getPArray(0)
        .getRArray(0)
        .addNewRPr()
        .setSz(TITLE_POINTS * 100);
    boolean stacked = chart.series().size() > 1;
    XDDFCategoryAxis names = drawn.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis values = drawn.createValueAxis(AxisPosition.LEFT);
    values.setCrosses(stacked ? AxisCrosses.AUTO_ZERO : AxisCrosses.MAX);
    names.setTickLabelPosition(AxisTickLabelPosition.LOW);
    names.getOrAddTextProperties().setFontSize(LABEL_POINTS);
    values.getOrAddTextProperties().setFontSize(LABEL_POINTS);
    values.setNumberFormat("#,##0");
    if (!stacked) {
      // The first source on top, as in the table.
      names.setOrientation(AxisOrientation.MAX_MIN);
    }
    XDDFBarChartData bars = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, names, values);
    bars.setBarDirection(stacked ? BarDirection.COL : BarDirection.BAR);
    if (stacked) {
      bars.setBarGrouping(BarGrouping.STACKED);
      drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    } else {
      bars.setBarGrouping(BarGrouping.CLUSTERED);
    }
    XDDFCategoryDataSource categories =
        XDDFDataSourcesFactory.fromArray(
            chart.categories().stream().map(paper::in).toArray(String[]::new));
    for (Series series : chart.series()) {
      // A picture needs no more than a double; the figures stand in the tables.
      XDDFNumericalDataSource<Double> heights =
          XDDFDataSourcesFactory.fromArray(
              series.values().stream().map(Double::valueOf).toArray(Double[]::new));
      XDDFChartData.Series bar = bars.addSeries(categories, heights);
      bar.setTitle(paper.in(series.name()), null);
      String color = COLORS.get(chart.series().indexOf(series) % COLORS.size());
      bar.setFillProperties(
          new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(color))));
    }
    drawn.plot(bars);
    if (stacked) {
      overlap(drawn);
    }
  }

  /// Lays the parts of a column on top of each other. The setter of POI needs a type that its small
  /// schema jar leaves out.
  private static void overlap(XWPFChart drawn) {
    CTBarChart bars = drawn.getCTChart().getPlotArea().getBarChartArray(0);
    try (XmlCursor cursor = bars.getAxIdArray(0).newCursor()) {
      cursor.beginElement("overlap", bars.getDomNode().getNamespaceURI());
      cursor.insertAttributeWithValue("val", FULL_OVERLAP);
    }
  }
}
