// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads lists of states. The snapshot of an unknown serializer has no length: it ends where the
 * rest of the header can be read up to its very end.
 */
final class HeaderReader {
  private static final int FRAMING = 2;
  private static final int MOST_OPTIONS = 16;
  private static final int MOST_TRIALS = 1 << 22;

  private final ByteReader in;
  private int trials;

  /**
   * @param in in memory, and ends where the header ends
   */
  HeaderReader(ByteReader in) {
    this.in = in;
  }

  /** Reads the remaining lists, up to the end. */
  List<StateHeader> states(int lists) {
    List<StateHeader> states = new ArrayList<>();
    for (int list = lists; list > 0; list--) {
      int count = count();
      for (int rest = count - 1; rest >= 0; rest--) {
        states.add(state(rest, list - 1));
      }
    }
    checkEnd();
    return states;
  }

  private int count() {
    int count = in.readShort();
    if (count < 0) {
      throw in.malformed("invalid number of states: " + count);
    }
    return count;
  }

  private void checkEnd() {
    if (!in.isAtEnd()) {
      throw in.malformed("a header does not end with its last state");
    }
  }

  /** Reads a state that is followed by so many other states of its list, and by so many lists. */
  private StateHeader state(int states, int lists) {
    String name = in.readUtf();
    Backing backing = backing();
    Map<String, String> options = options();
    int count = in.readInt();
    if (count < 0 || count > MOST_OPTIONS) {
      throw in.malformed("invalid number of serializers: " + count);
    }
    Map<String, ValueType> types = new LinkedHashMap<>();
    Map<String, String> serializers = new HashMap<>();
    for (int rest = count - 1; rest >= 0; rest--) {
      String role = in.readUtf();
      serializers.put(role, serializerClass());
      types.put(role, serializer(rest, states, lists));
    }
    return new StateHeader(name, backing, options, types, serializers);
  }

  /** Returns the class of the serializer whose snapshot is next, without skipping it. */
  private String serializerClass() {
    int start = in.position();
    in.expectInt(FRAMING, "the framing of a serializer's snapshot");
    String snapshot = in.readUtf();
    in.position(start);
    return SerializerName.of(snapshot);
  }

  private Backing backing() {
    int code = in.readInt();
    return switch (code) {
      case 0 -> Backing.KEY_VALUE;
      case 1 -> Backing.OPERATOR;
      case 2 -> Backing.BROADCAST;
      case 3 -> Backing.PRIORITY_QUEUE;
      case 4 -> Backing.KEY_VALUE_V2;
      default -> throw in.malformed("unknown type of state: " + code);
    };
  }

  private Map<String, String> options() {
    int count = in.readInt();
    if (count < 0 || count > MOST_OPTIONS) {
      throw in.malformed("invalid number of options: " + count);
    }
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < count; i++) {
      options.put(in.readUtf(), in.readUtf());
    }
    return options;
  }

  /** Reads a serializer that is followed by so many serializers, states and lists of states. */
  ValueType serializer(int serializers, int states, int lists) {
    int start = in.position();
    ValueType type = SerializerSnapshots.read(in);
    if (type != null) {
      return type;
    }
    in.position(start);
    in.expectInt(FRAMING, "the framing of a serializer's snapshot");
    String className = in.readUtf();
    in.readInt();
    return unknown(className, serializers, states, lists);
  }

  private ValueType unknown(String className, int serializers, int states, int lists) {
    int start = in.position();
    int end = (int) (start + in.remaining());
    for (int candidate = start; candidate <= end && trials < MOST_TRIALS; candidate++) {
      trials++;
      in.position(candidate);
      if (isRest(serializers, states, lists)) {
        in.position(candidate);
        return new OpaqueType(className, candidate - start);
      }
    }
    throw in.malformed("the end of the snapshot of " + className + " cannot be found");
  }

  private boolean isRest(int serializers, int states, int lists) {
    try {
      for (int rest = serializers - 1; rest >= 0; rest--) {
        in.readUtf();
        serializer(rest, states, lists);
      }
      for (int rest = states - 1; rest >= 0; rest--) {
        state(rest, lists);
      }
      states(lists);
      return true;
    } catch (SavepointException e) {
      return false;
    }
  }
}
