package io.tanheng.server.operate.report.print;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.run.RunTemplate;
import io.tanheng.server.operate.report.content.ReportContent;
import io.tanheng.server.operate.report.content.ReportContent.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// Fills a Word template with a report.
public final class WordReport {
  private static final int QR_PIXELS = 240;
  private static final int QR_SHOWN = 96;

  private final ReportContent content;
  private final Paper paper;

  private WordReport(ReportContent content, Paper paper) {
    this.content = content;
    this.paper = paper;
  }

  /// The document; the template must be free of [WordTemplate.Finding]s.
  public static byte[] print(byte[] template, ReportContent content, Paper paper) {
    return new WordReport(content, paper).fill(template);
  }

  private byte[] fill(byte[] template) {
    Map<String, Object> model = paper.model();
    model.put(
        WordTemplate.QR,
        Pictures.ofBytes(QrCode.png(paper.link(), QR_PIXELS), PictureType.PNG)
            .size(QR_SHOWN, QR_SHOWN)
            .create());
    model.put(WordTemplate.BODY, "");
    Map<String, Object> tables = new TreeMap<>();
    model.put("table", tables);
    ConfigureBuilder configure =
        Configure.builder().bind(WordTemplate.BODY, at(body -> body.write(content)));
    for (String name : WordTemplate.names(template)) {
      if (name.startsWith(WordTemplate.TABLE)) {
        String number = name.substring(WordTemplate.TABLE.length());
        List<Table> wanted =
            content.tables().filter(table -> table.number().equals(number)).toList();
        configure.bind(name, at(body -> body.write(number, wanted)));
      } else if (name.startsWith("entered.") && !paper.values().containsKey(name)) {
        configure.bind(name, at(body -> {}));
      }
    }
    try (XWPFTemplate filled =
        XWPFTemplate.compile(new ByteArrayInputStream(template), configure.build())) {
      filled.render(model);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      filled.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes before the paragraph of the placeholder, and empties the placeholder.
  private RenderPolicy at(Consumer<WordBody> writing) {
    return (element, data, template) -> {
      XWPFRun run = ((RunTemplate) element).getRun();
      run.setText("", 0);
      if (run.getParent() instanceof XWPFParagraph paragraph) {
        writing.accept(new WordBody(template.getXWPFDocument(), paragraph, paper));
      }
    };
  }
}
