// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import java.util.ArrayList;
import java.util.List;

/** The delimiter of columns, and how values that contain it are written. */
enum Delimiter {
  /** RFC 4180, but with LF as line end. */
  COMMA(',') {
    @Override
    String escape(String text) {
      boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
  },
  /** Tabs, line ends and backslashes in values are escaped: {@code \t \n \r \\}. */
  TAB('\t') {
    @Override
    String escape(String text) {
      return text.replace("\\", "\\\\")
          .replace("\t", "\\t")
          .replace("\n", "\\n")
          .replace("\r", "\\r");
    }
  };

  private final char separator;

  Delimiter(char separator) {
    this.separator = separator;
  }

  char separator() {
    return separator;
  }

  abstract String escape(String text);

  /** The columns of a header line. */
  List<String> split(String header) {
    List<String> columns = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i <= header.length(); i++) {
      if (i == header.length() || (header.charAt(i) == separator && !quoted)) {
        columns.add(unescape(header.substring(from, i)));
        from = i + 1;
      } else if (this == COMMA && header.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return columns;
  }

  private String unescape(String text) {
    if (this == COMMA) {
      return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
          ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
          : text;
    }
    return text.translateEscapes();
  }
}
