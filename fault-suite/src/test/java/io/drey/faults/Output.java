// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.util.List;

/** An output of the pipeline, and the topic that it goes to. */
enum Output {
  DUPLICATES("duplicates", "user,request,kind"),
  PAIRS("pairs", "user,request"),
  UNMATCHED("unmatched", "user,request"),
  ANSWERS("answers", "scope");

  private final String topic;
  private final String key;

  Output(String topic, String key) {
    this.topic = topic;
    this.key = key;
  }

  String topic() {
    return topic;
  }

  /** The fields of the step's key, within which events have an order. */
  List<String> key() {
    return List.of(key.split(",", -1));
  }
}
