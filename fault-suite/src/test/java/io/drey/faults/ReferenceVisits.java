// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.util.ArrayList;
import java.util.List;

/** The visits of a user, and what the store answers when one closes. */
final class ReferenceVisits {
  private final String user;
  private final Outputs outputs;
  private final List<String> open = new ArrayList<>();
  private long last;
  private int visits;
  private int pairs;
  private String value = "null";

  ReferenceVisits(String user, Outputs outputs) {
    this.user = user;
    this.outputs = outputs;
  }

  void add(long at, String request, long duration) {
    if (at - last > PipelineFile.GAP.toMillis()) {
      close();
    }
    last = at;
    open.add("{\"request\":\"%s\",\"duration_ms\":%d}".formatted(request, duration));
    if (open.size() == PipelineFile.MAX_EVENTS) {
      close();
    }
  }

  /** Closes the visit that is open, if there is one. */
  void close() {
    if (open.isEmpty()) {
      return;
    }
    visits++;
    pairs += open.size();
    String before = value;
    value =
        "{\"visits\":%d,\"pairs\":%d,\"last\":[%s]}"
            .formatted(visits, pairs, String.join(",", open));
    open.clear();
    String answer =
        "{\"op\":\"update\",\"scope\":\"%s\",\"key\":\"visits\",\"ok\":true,\"old_value\":%s,\"new_value\":%s,\"errors\":[]}";
    outputs.add(Output.ANSWERS, user, answer.formatted(user, before, value));
  }
}
