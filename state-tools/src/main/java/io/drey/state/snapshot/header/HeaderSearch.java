// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.serializer.UnknownEnds;
import io.drey.state.snapshot.serializer.UnknownSnapshotException;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a header with serializers whose snapshots are not known, and so end anywhere. All ways to
 * read it are followed at once, from state to state; ways that reach the same byte with the same
 * number of states to go are merged. No snapshot holds the description of a state. Only if exactly
 * one way leads to the end is it believed.
 */
final class HeaderSearch {
  /** Bounds the search; a header of a thousand unknown snapshots needs a few thousand trials. */
  private static final int MOST_TRIALS = 1 << 16;

  private final HeaderReader reader;
  private final ByteReader in;
  private final HeaderMarks marks;
  private final long origin;
  private final int end;
  private final TreeMap<Integer, Map<Rest, Way>> pending = new TreeMap<>();
  private @Nullable Way found;
  private int trials;

  /** How many states of a list, and lists after it, are to follow; -1 before the list's number. */
  private record Rest(int states, int lists) {
    boolean isNothing() {
      return states == 0 && lists == 0;
    }
  }

  /**
   * A way to read the header up to some byte.
   *
   * @param state the last state; null for the key or the number of a list's states
   */
  private record Way(
      @Nullable Way previous, @Nullable Key key, @Nullable StateHeader state, boolean isOnly) {
    Way orOther() {
      return new Way(previous, key, state, false);
    }
  }

  HeaderSearch(ByteReader in) {
    this.reader = new HeaderReader(in);
    this.in = in;
    this.marks = new HeaderMarks(in);
    this.origin = in.offset() - in.position();
    this.end = in.position() + (int) in.remaining();
  }

  private record Key(ValueType type, SnapshotBytes snapshot) {}

  /** The key and the states of a header. */
  record Result(
      @Nullable ValueType key, @Nullable SnapshotBytes keySnapshot, List<StateHeader> states) {}

  /**
   * Reads the key and one list of states, or only two lists of states.
   *
   * @return null if there is no way to read it, or more than one
   */
  @Nullable Result find(boolean isKeyed) {
    Way start = new Way(null, null, null, true);
    if (isKeyed) {
      Rest next = new Rest(-1, 0);
      each(
          in.position(),
          next,
          ends -> {
            int from = in.position();
            ValueType key = reader.serializer(ends);
            SnapshotBytes snapshot = SnapshotBytes.since(from, in);
            add(next, new Way(start, new Key(key, snapshot), null, true));
          });
    } else {
      add(new Rest(-1, 1), start);
    }
    while (!pending.isEmpty() && trials <= MOST_TRIALS) {
      Map.Entry<Integer, Map<Rest, Way>> first = pending.pollFirstEntry();
      first.getValue().forEach((rest, way) -> follow(first.getKey(), rest, way));
    }
    return found == null || trials > MOST_TRIALS ? null : result(found);
  }

  private void follow(int at, Rest rest, Way way) {
    in.position(at);
    if (rest.isNothing()) {
      found = at < end ? found : found == null ? way : found.orOther();
    } else if (rest.states() == -1) {
      count(rest, way);
    } else if (rest.states() == 0) {
      add(new Rest(-1, rest.lists() - 1), way);
    } else {
      Rest next = new Rest(rest.states() - 1, rest.lists());
      each(at, next, ends -> add(next, new Way(way, null, reader.state(ends), true)));
    }
  }

  private void count(Rest rest, Way way) {
    int count = in.remaining() < Short.BYTES ? -1 : in.readShort();
    if (count >= 0) {
      add(new Rest(count, rest.lists()), way);
    }
  }

  /** Adds a way that has read up to the reader's position. */
  private void add(Rest rest, Way way) {
    if (isPossible(in.position(), rest)) {
      pending
          .computeIfAbsent(in.position(), at -> new HashMap<>())
          .merge(rest, way, (one, other) -> one.orOther());
    }
  }

  /** Whether what is to follow may begin at a byte. */
  private boolean isPossible(int at, Rest rest) {
    if (rest.states() > 0) {
      return marks.isStateAt(at) && marks.statesFrom(at) >= rest.states();
    }
    return rest.isNothing() ? at == end : at < end;
  }

  /** Tries to read something in all ways, each with other ends of unknown snapshots. */
  private void each(int at, Rest next, Consumer<UnknownEnds> reading) {
    int last = next.states() > 0 ? marks.lastBefore(next.states()) : end;
    each(at, last, new HashMap<>(), reading);
  }

  private void each(int at, int last, Map<Long, Long> ends, Consumer<UnknownEnds> reading) {
    if (trials++ > MOST_TRIALS) {
      return;
    }
    in.position(at);
    try {
      reading.accept(start -> ends.getOrDefault(start, UnknownEnds.NOT_FOUND));
    } catch (UnknownSnapshotException e) {
      for (int mark : marks.ends((int) (e.offset() - origin), last)) {
        ends.put(e.offset(), mark + origin);
        each(at, last, ends, reading);
        ends.remove(e.offset());
      }
    } catch (SavepointException e) {
      // not a way to read it
    }
  }

  private static @Nullable Result result(Way last) {
    List<StateHeader> states = new ArrayList<>();
    Key key = null;
    for (Way way = last; way != null; way = way.previous()) {
      if (!way.isOnly()) {
        return null;
      }
      if (way.state() != null) {
        states.add(0, way.state());
      }
      key = way.key() == null ? key : way.key();
    }
    return new Result(
        key == null ? null : key.type(), key == null ? null : key.snapshot(), List.copyOf(states));
  }
}
