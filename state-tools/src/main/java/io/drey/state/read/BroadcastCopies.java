// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.snapshot.bytes.ByteHash;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the copies that the subtasks of an operator have of its broadcast state. */
public final class BroadcastCopies {
  /** By state, then by subtask: a sum of hashes, since the order of entries does not matter. */
  private final Map<String, Map<Integer, Long>> sums = new TreeMap<>();

  /** Starts the copy of a subtask, which may stay empty. */
  public void start(String state, int subtask) {
    sums.computeIfAbsent(state, name -> new HashMap<>()).put(subtask, 0L);
  }

  /** Adds an entry of a subtask's copy. */
  public void add(OperatorEntries entries, int subtask) {
    long hash = ByteHash.of(entries.value(), ByteHash.of(entries.mapKey()));
    sums.computeIfAbsent(entries.state().name(), name -> new HashMap<>())
        .merge(subtask, hash, Long::sum);
  }

  /** Returns a warning for each state whose copies are not all the same. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    sums.forEach(
        (state, copies) -> {
          if (copies.values().stream().distinct().count() > 1) {
            warnings.add(
                "the copies of broadcast state '%s' differ: that of subtask 0 is shown"
                    .formatted(state));
          }
        });
    return warnings;
  }
}
