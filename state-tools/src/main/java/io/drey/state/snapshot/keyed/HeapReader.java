// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.SearchBudget;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * The entries of a native file of the HashMap backend. Each key group has its states in any order:
 * the number of the state, the number of its entries, and for each entry namespace, key and value,
 * without lengths. The value of a map state is the whole map, which is split into an entry for each
 * of its own.
 */
final class HeapReader extends SectionReader {
  private final List<KeyedState> states;
  private final ValueEnds ends;

  private final BitSet statesLeft = new BitSet();
  private int entriesLeft;
  private int mapEntriesLeft;

  /** Namespace and key of a map, copied since the entries of the map may exceed any buffer. */
  private ByteReader mapOwner = ByteReader.views();

  private int mapNamespaceLength;

  HeapReader(
      KeyGroupSections sections, List<KeyedState> states, int maxParallelism, SearchBudget budget) {
    super(sections);
    this.states = states;
    this.ends = new ValueEnds(states, maxParallelism, budget);
  }

  @Override
  public List<KeyedState> states() {
    return states;
  }

  @Override
  public boolean countsListElements() {
    return true;
  }

  @Override
  void leaveGroup() {
    isInGroup = false;
    statesLeft.clear();
    entriesLeft = 0;
    mapEntriesLeft = 0;
    ends.clear();
  }

  @Override
  boolean advance() {
    while (mapEntriesLeft == 0) {
      if (entriesLeft > 0) {
        entriesLeft--;
        if (readEntry()) {
          return true;
        }
      } else if (!nextState()) {
        return false;
      }
    }
    mapEntriesLeft--;
    readMapEntry();
    return true;
  }

  private boolean nextState() {
    if (statesLeft.isEmpty() && !startGroup()) {
      return false;
    }
    in = sections.nextState();
    int number = in.readUnsignedShort();
    KeyedState last = states.get(states.size() - 1);
    if (last.kind() == KeyedStateType.UNKNOWN && number >= states.size() - 1) {
      throw lost(last.serializer(), "states");
    }
    if (!statesLeft.get(number)) {
      throw in.malformed("unknown or repeated number of a state: " + number);
    }
    statesLeft.clear(number);
    state = states.get(number);
    entriesLeft = in.readCount();
    return true;
  }

  private boolean startGroup() {
    boolean isStarted = nextGroup();
    ends.clear();
    statesLeft.set(0, states.size(), isStarted);
    return isStarted;
  }

  /** Reads an entry, or the start of a map; returns whether there is an entry yet. */
  private boolean readEntry() {
    in.mark();
    if (state.kind() == KeyedStateType.TIMERS) {
      readTimer();
      return true;
    }
    state.namespace().skip(in);
    int keyFrom = in.position() - in.marked();
    state.key().skip(in);
    int keyTo = in.position() - in.marked();
    if (state.kind() == KeyedStateType.MAP) {
      startMap(keyFrom, keyTo);
      return false;
    }
    boolean isEmpty = !skipValue();
    int start = in.marked();
    entry.start(state, sections.keyGroup());
    entry.namespace().view(in, start, start + keyFrom);
    entry.key().view(in, start + keyFrom, start + keyTo);
    entry.mapKey().view(in, start, start);
    entry.value().view(in, start + keyTo, in.position());
    return !isEmpty;
  }

  /** Skips a value and returns whether there is one: an empty list is no state in Flink. */
  private boolean skipValue() {
    if (state.kind() != KeyedStateType.LIST) {
      skip(state.value());
      return true;
    }
    int count = in.readCount();
    for (int rest = count; rest > 0; rest--) {
      skip(state.value());
    }
    return count > 0;
  }

  /** Skips a value; if its type does not determine where it ends, the end is searched for. */
  private void skip(ValueType type) {
    try {
      type.skip(in);
    } catch (UndecodableException e) {
      if (!ends.areFound()) {
        search(e);
      }
      in.skip(ends.next() - in.offset());
    }
  }

  private void search(UndecodableException e) {
    boolean isInMap = state.kind() == KeyedStateType.MAP;
    Expected next =
        new Expected(
            states.indexOf(state),
            isInMap ? entriesLeft : entriesLeft + 1,
            isInMap ? mapEntriesLeft + 1 : 0,
            sections.isCompressed() ? new BitSet() : statesLeft,
            null);
    String failure = ends.find(in, sections.keyGroup(), next);
    if (failure != null) {
      throw SavepointException.unsupported(
          in.file(), lost(e.getMessage(), "values").reason() + ": " + failure);
    }
  }

  private void readTimer() {
    in.skip(Long.BYTES);
    state.key().skip(in);
    int keyTo = in.position() - in.marked();
    state.namespace().skip(in);
    int start = in.marked();
    entry.start(state, sections.keyGroup());
    entry.value().view(in, start, start + Long.BYTES);
    entry.key().view(in, start + Long.BYTES, start + keyTo);
    entry.namespace().view(in, start + keyTo, in.position());
    entry.mapKey().view(in, start, start);
  }

  private void startMap(int keyFrom, int keyTo) {
    in.position(in.marked());
    mapOwner = in.slice(keyTo);
    mapNamespaceLength = keyFrom;
    mapEntriesLeft = in.readCount();
  }

  private void readMapEntry() {
    in.mark();
    mapKeyType().skip(in);
    int keyTo = in.position() - in.marked();
    if (!in.readBoolean()) {
      skip(state.value());
    }
    int start = in.marked();
    entry.start(state, sections.keyGroup());
    entry.namespace().view(mapOwner, 0, mapNamespaceLength);
    entry.key().view(mapOwner, mapNamespaceLength, mapOwner.bytes().length);
    entry.mapKey().view(in, start, start + keyTo);
    entry.value().view(in, start + keyTo, in.position());
  }

  private ValueType mapKeyType() {
    return Objects.requireNonNull(state.mapKey());
  }
}
