// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import java.util.ArrayList;
import java.util.List;

/** The entries of a handle and the timers of raw keyed state, by key group. */
final class EntryMerge implements EntryReader {
  private final EntryReader managed;
  private final EntryReader raw;
  private final List<KeyedState> states;
  private boolean hasManaged;
  private boolean hasRaw;
  private boolean isStarted;
  private boolean isRaw;
  private int lastGroup = -1;

  /**
   * @param rawStates the states of the raw keyed state, which its reader knows only while it reads
   */
  EntryMerge(EntryReader managed, EntryReader raw, List<KeyedState> rawStates) {
    this.managed = managed;
    this.raw = raw;
    this.states = new ArrayList<>(managed.states());
    this.states.addAll(rawStates);
  }

  @Override
  public List<KeyedState> states() {
    return states;
  }

  @Override
  public boolean countsListElements() {
    return managed.countsListElements();
  }

  @Override
  public boolean next() {
    if (!isStarted || !isRaw) {
      hasManaged = managed.next();
    }
    if (!isStarted || isRaw) {
      hasRaw = raw.next();
    }
    isStarted = true;
    isRaw = hasRaw && (!hasManaged || raw.entry().keyGroup() < managed.entry().keyGroup());
    if (hasManaged || hasRaw) {
      checkOrder(entry().keyGroup());
    }
    return hasManaged || hasRaw;
  }

  private void checkOrder(int group) {
    if (group < lastGroup) {
      throw new SavepointException("raw keyed state", "its key groups are in no order");
    }
    lastGroup = group;
  }

  @Override
  public Entry entry() {
    return isRaw ? raw.entry() : managed.entry();
  }

  @Override
  public void close() {
    managed.close();
    raw.close();
  }
}
