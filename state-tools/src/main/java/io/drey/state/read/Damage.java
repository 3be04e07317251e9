// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.snapshot.SavepointException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects error messages about what could not be read. */
public final class Damage {
  /** The most messages to keep: there may be one for each entry of a damaged file. */
  private static final int MOST_REPORTS = 20;

  private final List<String> messages = new ArrayList<>();
  private final Set<String> unsupported = new HashSet<>();
  private long more;

  /** Adds a message. */
  public void add(SavepointException e) {
    if (messages.size() < MOST_REPORTS) {
      messages.add(String.valueOf(e.getMessage()));
      if (e.isUnsupported()) {
        unsupported.add(String.valueOf(e.getMessage()));
      }
    } else {
      more++;
    }
  }

  /** Adds a number of values that do not match their type, if there are any. */
  public void addValues(long damaged, String instead) {
    if (damaged > 0) {
      messages.add("Cannot read " + damaged + " values: " + instead);
    }
  }

  /** Returns the messages about what is not damage, since a job or its classes could read it. */
  public Set<String> unsupported() {
    return Set.copyOf(unsupported);
  }

  /** Returns all messages, the last of which may be a count of those left out. */
  public List<String> messages() {
    List<String> all = new ArrayList<>(messages);
    if (more > 0) {
      all.add("Cannot read " + more + " more places like these");
    }
    return all;
  }
}
