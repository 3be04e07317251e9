// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.jobs.test.Expected;
import io.drey.jobs.test.run.Difference;
import io.drey.jobs.test.run.RecordMatch;
import io.drey.jobs.test.run.RecordPair;
import io.drey.jobs.test.run.TestOutcome;
import io.drey.jobs.yaml.YamlEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes what came as the expectations of a test file: of records, the fields that were expected of
 * any, or all if none were.
 */
final class Expectations {
  /** How wide a line with a list may be. */
  private static final int COLUMNS = 120;

  private static final String MARK = "\uFEFF";

  private Expectations() {}

  /**
   * Writes those that were not met.
   *
   * @return how many
   */
  static int update(Path file, List<TestOutcome> outcomes) throws IOException {
    String text = Files.readString(file);
    String mark = text.startsWith(MARK) ? MARK : "";
    YamlEdits edits = new YamlEdits(text.substring(mark.length()));
    int written = 0;
    for (TestOutcome outcome : outcomes) {
      for (Difference difference : outcome.differences()) {
        write(difference, edits);
        written++;
      }
    }
    if (written > 0) {
      Files.writeString(file, mark + edits.text());
    }
    return written;
  }

  private static void write(Difference difference, YamlEdits edits) {
    Expected expected = difference.expected();
    if (expected == null || expected.count() != null) {
      edits.replace(difference.at(), String.valueOf(difference.found()));
      return;
    }
    Set<String> fields = fields(expected);
    List<String> records =
        difference.pairs().stream()
            .map(RecordPair::came)
            .filter(Objects::nonNull)
            .map(record -> FlowYaml.of(selected(record, fields)))
            .toList();
    edits.replace(difference.at(), records, COLUMNS);
  }

  /** The fields that are expected of any record; none if all are. */
  private static Set<String> fields(Expected expected) {
    Set<String> fields = new LinkedHashSet<>();
    if (!expected.exactly()) {
      for (Expected.Item item : expected.records()) {
        item.json().fieldNames().forEachRemaining(fields::add);
      }
    }
    return fields;
  }

  private static JsonNode selected(JsonNode record, Set<String> fields) {
    if (fields.isEmpty()) {
      return record;
    }
    ObjectNode selected = ((ObjectNode) record).objectNode();
    for (String name : fields) {
      JsonNode value = RecordMatch.field(name, record);
      if (value != null) {
        selected.set(name, value);
      }
    }
    return selected;
  }
}
