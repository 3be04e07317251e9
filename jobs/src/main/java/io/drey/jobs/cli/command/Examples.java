// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.ArrayList;
import java.util.List;

/** Examples in the help of a command. */
final class Examples {
  private static final int COLUMNS = 78;
  private static final String INDENTATION = "  ";

  private Examples() {}

  /** Returns commands as lines of picocli's format; a long one goes on in the next line. */
  static List<String> lines(List<String> commands) {
    List<String> lines = new ArrayList<>(List.of("", "Examples:"));
    for (String command : commands) {
      String line = INDENTATION;
      for (String part : command.split(" (?=-)", -1)) {
        if (line.length() + part.length() > COLUMNS && line.length() > INDENTATION.length()) {
          lines.add(escaped(line + "\\"));
          line = INDENTATION + INDENTATION + INDENTATION;
        }
        line += part + " ";
      }
      lines.add(escaped(line.stripTrailing()));
    }
    return lines;
  }

  /** Returns a text in which picocli finds nothing to fill in. */
  private static String escaped(String text) {
    return text.replace("%", "%%").replace("$", "$$");
  }
}
