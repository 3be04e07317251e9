// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The bytes of a header at which a state, a serializer of a state or a nested serializer may begin:
 * only there can a snapshot end whose length is not known. All of them have names that are known,
 * or can only be names.
 */
final class HeaderMarks {
  private static final int FRAMING = 2;
  private static final int NEWEST_VERSION_OF_A_SNAPSHOT = 1 << 10;
  private static final int LONGEST_CLASS = 1 << 10;
  private static final Set<String> MODES = Set.of("SPLIT_DISTRIBUTE", "UNION", "BROADCAST");
  private static final Set<String> TYPES =
      Set.of("UNKNOWN", "VALUE", "LIST", "REDUCING", "FOLDING", "AGGREGATING", "MAP");
  private static final Map<String, Set<String>> OPTIONS =
      Map.of("KEYED_STATE_TYPE", TYPES, "OPERATOR_STATE_DISTRIBUTION_MODE", MODES);
  private static final int MOST_ROLES = 3;
  private static final int LONGEST_ROLE = "NAMESPACE_SERIALIZER".length();

  private final ByteReader in;
  private final int[] states;
  private final int[] all;

  /** Finds the marks from the reader's position on. */
  HeaderMarks(ByteReader in) {
    this.in = in;
    int from = in.position();
    int to = from + (int) in.remaining();
    states = IntStream.range(from, to).filter(at -> holds(at, this::isState)).toArray();
    all =
        IntStream.rangeClosed(from, to)
            .filter(
                at ->
                    at == to
                        || isStateAt(at)
                        || isStateAt(at + Short.BYTES)
                        || (at + Short.BYTES == to && holds(at, this::isNoState))
                        || holds(at, this::isRole)
                        || holds(at, this::isSnapshot))
            .toArray();
    in.position(from);
  }

  /**
   * Returns the marks at which an unknown snapshot may end.
   *
   * @param from its start
   * @param last its last possible end; it does not go beyond the next state either
   */
  int[] ends(int from, int last) {
    int state = first(states, from);
    int to = state == states.length ? last : Math.min(last, states[state]);
    return to < from ? new int[0] : Arrays.copyOfRange(all, first(all, from), first(all, to + 1));
  }

  /** Whether a state may begin at a byte. */
  boolean isStateAt(int at) {
    return Arrays.binarySearch(states, at) >= 0;
  }

  /** Returns how many states may begin from a byte on. */
  int statesFrom(int at) {
    return states.length - first(states, at);
  }

  /** Returns the last byte from which on so many states may begin; -1 if there is none. */
  int lastBefore(int count) {
    return count > states.length ? -1 : states[states.length - count];
  }

  private static int first(int[] sorted, int from) {
    int found = Arrays.binarySearch(sorted, from);
    return found < 0 ? -found - 1 : found;
  }

  private boolean holds(int at, BooleanSupplier check) {
    in.position(at);
    try {
      return check.getAsBoolean();
    } catch (SavepointException e) {
      return false;
    }
  }

  private boolean isState() {
    if (!isName(in.readUnsignedShort())) {
      return false;
    }
    Backing backing = Backing.of(in);
    int options = in.readInt();
    if (options != (backing == Backing.PRIORITY_QUEUE ? 0 : 1)) {
      return false;
    }
    if (options == 1 && !OPTIONS.getOrDefault(in.readUtf(), Set.of()).contains(in.readUtf())) {
      return false;
    }
    int roles = in.readInt();
    return roles >= 1 && roles <= MOST_ROLES && isRole();
  }

  /** Whether a name of that length follows: without control characters, which no job uses. */
  private boolean isName(int length) {
    in.require(length);
    int from = in.position();
    for (int i = from; i < from + length; i++) {
      if (in.bytes()[i] >= 0 && in.bytes()[i] < ' ') {
        return false;
      }
    }
    in.position(from + length);
    return length > 0;
  }

  private boolean isNoState() {
    return in.readShort() == 0;
  }

  private boolean isRole() {
    int length = in.readUnsignedShort();
    if (length == 0 || length > LONGEST_ROLE) {
      return false;
    }
    in.position(in.position() - Short.BYTES);
    return HeaderReader.ROLES.contains(in.readUtf()) && in.readInt() == FRAMING && isSnapshot();
  }

  private boolean isSnapshot() {
    int length = in.readUnsignedShort();
    if (length == 0 || length > LONGEST_CLASS || length > in.remaining()) {
      return false;
    }
    int from = in.position();
    for (int i = from; i < from + length; i++) {
      if (!isPartOfClass(in.bytes()[i])) {
        return false;
      }
    }
    in.position(from + length);
    int version = in.readInt();
    return version >= 0 && version < NEWEST_VERSION_OF_A_SNAPSHOT;
  }

  private static boolean isPartOfClass(byte letter) {
    return letter < 0
        || letter == '.'
        || letter == '_'
        || letter == '$'
        || Character.isLetterOrDigit(letter);
  }
}
