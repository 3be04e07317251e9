// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.serializer.UnknownEnds;
import io.drey.state.snapshot.serializer.UnknownSnapshotException;
import io.drey.state.snapshot.type.ValueType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the parts of a header: its serializers, the numbers of its states, and the states. */
final class HeaderReader {
  /** What a state has serializers for. */
  static final Set<String> ROLES =
      Set.of("KEY_SERIALIZER", "NAMESPACE_SERIALIZER", "VALUE_SERIALIZER", "USER_KEY_SERIALIZER");

  private static final int MOST_OPTIONS = 16;

  private final ByteReader in;

  /**
   * @param in in memory, and ends where the header ends
   */
  HeaderReader(ByteReader in) {
    this.in = in;
  }

  ByteReader in() {
    return in;
  }

  /** Reads the number of states of a list. */
  int count() {
    int count = in.readShort();
    if (count < 0) {
      throw in.malformed("invalid number of states: " + count);
    }
    return count;
  }

  void checkEnd() {
    if (!in.isAtEnd()) {
      throw in.malformed("a header does not end with its last state");
    }
  }

  /**
   * Reads a serializer.
   *
   * @throws UnknownSnapshotException if it is or contains an unknown one without a known end
   */
  ValueType serializer(UnknownEnds ends) {
    return SerializerSnapshots.read(in, ends);
  }

  /** Reads a state, as {@link #serializer} does. */
  StateHeader state(UnknownEnds ends) {
    String name = in.readUtf();
    Backing backing = Backing.of(in);
    Map<String, String> options = options();
    int count = in.readInt();
    if (count < 0 || count > MOST_OPTIONS) {
      throw in.malformed("invalid number of serializers: " + count);
    }
    Map<String, ValueType> types = new LinkedHashMap<>();
    Map<String, String> serializers = new HashMap<>();
    Map<String, SnapshotBytes> snapshots = new LinkedHashMap<>();
    for (int rest = count; rest > 0; rest--) {
      String role = in.readUtf();
      if (!ROLES.contains(role)) {
        throw in.malformed("unknown role of a serializer: " + role);
      }
      serializers.put(role, serializerClass());
      int from = in.position();
      types.put(role, serializer(ends));
      snapshots.put(role, SnapshotBytes.since(from, in));
    }
    return new StateHeader(name, backing, options, types, serializers, snapshots);
  }

  /** Returns the class of the serializer whose snapshot is next, without skipping it. */
  private String serializerClass() {
    int start = in.position();
    in.expectInt(SnapshotBody.FRAMING, "the framing of a serializer's snapshot");
    String snapshot = in.readUtf();
    in.position(start);
    return SerializerName.of(snapshot);
  }

  private Map<String, String> options() {
    int count = in.readInt();
    if (count < 0 || count > MOST_OPTIONS) {
      throw in.malformed("invalid number of options: " + count);
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      options.put(in.readUtf(), in.readUtf());
    }
    return options;
  }
}
