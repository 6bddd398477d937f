package io.tanheng.server.operate.intake.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Which cell styles show a number as a date.
record WorkbookStyles(List<Boolean> dates) {
  static final WorkbookStyles NONE = new WorkbookStyles(List.of());

  boolean isDate(int style) {
    return style >= 0 && style < dates.size() && dates.get(style);
  }

  static WorkbookStyles read(byte[] part) throws XMLStreamException {
    Map<Integer, String> formats = new HashMap<>();
    List<Boolean> dates = new ArrayList<>();
    XMLStreamReader xml = XmlParts.open(part);
    boolean inCellFormats = false;
    while (xml.hasNext()) {
      int event = XmlParts.next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "numFmt" ->
              formats.put(
                  Integer.parseInt(XmlParts.attributeOr(xml, "numFmtId", "0")),
                  XmlParts.attributeOr(xml, "formatCode", ""));
          case "cellXfs" -> inCellFormats = true;
          case "xf" -> {
            if (inCellFormats) {
              int id = Integer.parseInt(XmlParts.attributeOr(xml, "numFmtId", "0"));
              dates.add(
                  formats.containsKey(id) ? isDateFormat(formats.get(id)) : isBuiltInDate(id));
            }
          }
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        inCellFormats = false;
      }
    }
    return new WorkbookStyles(List.copyOf(dates));
  }

  /// Date and time formats of ECMA-376 part 1, 18.8.30, the East Asian ones included.
  private static boolean isBuiltInDate(int id) {
    return (id >= 14 && id <= 22)
        || (id >= 27 && id <= 36)
        || (id >= 45 && id <= 47)
        || (id >= 50 && id <= 58);
  }

  private static boolean isDateFormat(String format) {
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '[') {
        bracketed = true;
      } else if (!quoted && c == ']') {
        bracketed = false;
      } else if (!quoted && !bracketed && c == '\\') {
        i++;
      } else if (!quoted && !bracketed && "ymdhYMDH".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}
