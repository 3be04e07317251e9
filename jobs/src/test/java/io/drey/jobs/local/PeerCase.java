// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a test of another tool says, for a pipeline.
 *
 * @param place the page and the line that it stands on
 * @param what what that test checks
 * @param steps a step, or a list of them
 * @param in the events that go in
 * @param outputs the events that must come out, {@code out} for the main output of the last step
 */
record PeerCase(
    String place, String what, String steps, List<String> in, Map<String, List<String>> outputs) {
  /** The output of steps that are refused. */
  static final String PROBLEM = "problem";

  private static final Pattern ITEM = Pattern.compile("(?m)^- ");

  boolean isMistake() {
    return outputs.containsKey(PROBLEM);
  }

  /** On event time, in seconds, if its events have one. */
  boolean hasTime() {
    return in.stream().anyMatch(event -> event.contains("\"t\":"));
  }

  String source(String id) {
    String time = hasTime() ? ", time: {field: t, unit: s}" : "";
    return "  in-%1$s: {type: file, path: \"${var:DIR}/in-%1$s\"%2$s}\n".formatted(id, time);
  }

  /** Its steps, of which the last one has the id. */
  String steps(String id) {
    List<String> items = ITEM.splitAsStream(steps).filter(item -> !item.isBlank()).toList();
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      boolean isLast = i == items.size() - 1;
      yaml.append("  - id: ").append(isLast ? id : id + "-" + i).append('\n');
      yaml.append(i == 0 ? "    from: in-" + id + "\n" : "");
      yaml.append(items.size() == 1 ? items.get(i).indent(4) : ("  " + items.get(i)).indent(2));
    }
    return yaml.toString();
  }

  String sinks(String id) {
    StringBuilder yaml = new StringBuilder();
    for (String output : isMistake() ? List.of("out") : outputs.keySet()) {
      String from = output.equals("out") ? id : id + "." + output;
      yaml.append(
          "  %1$s-%2$s: {type: file, path: \"${var:DIR}/%1$s-%2$s\", from: %3$s}\n"
              .formatted(output, id, from));
    }
    return yaml.toString();
  }

  @Override
  public String toString() {
    return place + " " + what;
  }
}
