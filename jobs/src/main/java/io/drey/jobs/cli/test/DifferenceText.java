// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.test.Expected;
import io.drey.jobs.test.run.Difference;
import io.drey.jobs.test.run.RecordMatch;
import io.drey.jobs.test.run.RecordPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Shows a difference: its place in the test file, and what came beside what was expected. */
final class DifferenceText {
  private static final char SAME = ' ';
  private static final char OTHER = '≠';
  private static final char MISSING = '-';
  private static final char ADDED = '+';

  private final SideBySide table;

  private DifferenceText(Terminal terminal) {
    this.table = new SideBySide(terminal);
  }

  /**
   * Returns the lines of a difference.
   *
   * @param file the test file, as the user named it
   */
  static List<String> of(Difference difference, String file, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    String place = file + ":" + difference.at() + ": " + difference.place() + ": ";
    lines.add("  " + place + difference.summary());
    lines.addAll(new DifferenceText(terminal).records(difference));
    return lines;
  }

  private List<String> records(Difference difference) {
    Expected expected = difference.expected();
    if (expected == null || difference.pairs().isEmpty()) {
      return List.of();
    }
    table.add(SAME, "expected", "came");
    for (RecordPair pair : difference.pairs()) {
      add(pair, expected);
    }
    return table.lines();
  }

  private void add(RecordPair pair, Expected expected) {
    Expected.Item item = pair.expected();
    JsonNode came = pair.came();
    if (item == null) {
      String left = expected.count() == null ? "(not expected)" : "";
      table.add(expected.count() == null ? ADDED : SAME, left, String.valueOf(came));
    } else if (came == null) {
      table.add(MISSING, item.json().toString(), "(did not come)");
    } else if (pair.matches()) {
      table.add(SAME, item.json().toString(), item.json().toString());
    } else {
      addFields(item, came, expected.exactly());
    }
  }

  private void addFields(Expected.Item item, JsonNode came, boolean exactly) {
    table.add(OTHER, "line " + item.at().line(), "");
    Set<String> others = new TreeSet<>();
    came.fieldNames().forEachRemaining(others::add);
    RecordMatch match = new RecordMatch(exactly);
    for (Map.Entry<String, JsonNode> field : item.json().properties()) {
      String name = field.getKey();
      others.remove(name);
      JsonNode value = RecordMatch.field(name, came);
      boolean isMatched = match.isMatched(name, field.getValue(), came);
      String right = value == null ? "(no field)" : name + ": " + value;
      table.add(isMatched ? SAME : OTHER, "  " + name + ": " + field.getValue(), "  " + right);
    }
    if (exactly) {
      others.forEach(
          name -> table.add(ADDED, "  (not expected)", "  " + name + ": " + came.get(name)));
    } else if (!others.isEmpty()) {
      table.add(SAME, "", "  also: " + String.join(", ", others));
    }
  }
}
