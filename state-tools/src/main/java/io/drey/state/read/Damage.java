package io.drey.state.read;

import io.drey.state.snapshot.SavepointException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what could not be read, by the messages that say so. */
public final class Damage {
  /** There may be one for each entry of a damaged file. */
  private static final int MOST_REPORTS = 20;

  private final List<String> messages = new ArrayList<>();
  private long more;

  /** Adds a place. */
  public void add(SavepointException e) {
    if (messages.size() < MOST_REPORTS) {
      messages.add(String.valueOf(e.getMessage()));
    } else {
      more++;
    }
  }

  /** Adds values that were something else than their type says, if there were any. */
  public void addValues(long damaged, String instead) {
    if (damaged > 0) {
      messages.add("Cannot read " + damaged + " values: " + instead);
    }
  }

  /** All of them, the last of which may stand for many. */
  public List<String> messages() {
    List<String> all = new ArrayList<>(messages);
    if (more > 0) {
      all.add("Cannot read more: " + more + " places like these");
    }
    return all;
  }
}
