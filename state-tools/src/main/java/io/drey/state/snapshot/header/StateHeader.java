// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.registry.SnapshotWriter;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The description of one state in a header.
 *
 * @param options such as {@link #KIND}
 * @param types by role, such as {@code VALUE_SERIALIZER}
 * @param serializers the classes of the serializers, by role
 * @param snapshots the bytes of the serializers' snapshots, by role
 */
public record StateHeader(
    String name,
    Backing backing,
    Map<String, String> options,
    Map<String, ValueType> types,
    Map<String, String> serializers,
    Map<String, SnapshotBytes> snapshots) {
  /** The role of the serializer of the values. */
  public static final String VALUE = "VALUE_SERIALIZER";

  /** The role of the serializer of the keys of a map, where the values do not have it. */
  public static final String MAP_KEY = "USER_KEY_SERIALIZER";

  /** The role of the serializer of the keys of broadcast state. */
  public static final String KEY = "KEY_SERIALIZER";

  /** The option that names the kind of a keyed state. */
  public static final String KIND = "KEYED_STATE_TYPE";

  /** Writes what it was read from; the maps keep the order in which they were read. */
  void write(ByteWriter out) {
    out.writeUtf(name);
    out.writeInt(backing.code);
    out.writeInt(options.size());
    options.forEach(
        (option, value) -> {
          out.writeUtf(option);
          out.writeUtf(value);
        });
    out.writeInt(snapshots.size());
    snapshots.forEach(
        (role, snapshot) -> {
          out.writeUtf(role);
          snapshot.write(out);
        });
  }

  /**
   * The same state with other values, of whose snapshots those are kept that it has.
   *
   * @throws io.drey.state.snapshot.serializer.UnwritableSnapshotException if one of the others
   *     cannot be made
   */
  public StateHeader withValue(ValueType value) {
    return withValue(value, snapshotWriter());
  }

  /**
   * The same with a part of the other values that has a snapshot of its own.
   *
   * @param part their type, or one that it is made of
   */
  public StateHeader withValue(ValueType value, ValueType part, SnapshotBytes ofPart) {
    SnapshotWriter writer = snapshotWriter();
    writer.describe(part, ofPart.bytes());
    return withValue(value, writer);
  }

  private StateHeader withValue(ValueType value, SnapshotWriter writer) {
    SnapshotBytes snapshot = snapshot(value, writer);
    Map<String, ValueType> otherTypes = new LinkedHashMap<>(types);
    Map<String, SnapshotBytes> otherSnapshots = new LinkedHashMap<>(snapshots);
    otherTypes.put(VALUE, value);
    otherSnapshots.put(VALUE, snapshot);
    return new StateHeader(name, backing, options, otherTypes, serializers, otherSnapshots);
  }

  /**
   * The snapshot of a type of which keys or values of this state are made.
   *
   * @throws io.drey.state.snapshot.serializer.UnwritableSnapshotException if it has none, or
   *     several
   */
  public SnapshotBytes snapshot(ValueType part) {
    return snapshot(part, snapshotWriter());
  }

  private SnapshotBytes snapshot(ValueType part, SnapshotWriter writer) {
    ByteWriter out = new ByteWriter();
    writer.write(part, out);
    return SnapshotBytes.of(out, metadataVersion());
  }

  /** The version of the savepoint's metadata, on which types depend. */
  public int metadataVersion() {
    return snapshots.values().stream().mapToInt(SnapshotBytes::metadataVersion).max().orElse(0);
  }

  /**
   * The same state as one of another kind.
   *
   * @param kind the value of its option
   */
  public StateHeader ofKind(String kind) {
    Map<String, String> otherOptions = new LinkedHashMap<>(options);
    otherOptions.put(KIND, kind);
    return new StateHeader(name, backing, otherOptions, types, serializers, snapshots);
  }

  private SnapshotWriter snapshotWriter() {
    SnapshotWriter writer = new SnapshotWriter(metadataVersion());
    snapshots.forEach(
        (role, snapshot) -> {
          ValueType type = types.get(role);
          if (type != null) {
            writer.keep(type, snapshot.bytes());
          }
        });
    return writer;
  }

  /**
   * The same state as state backends other than ForSt keep it: without a snapshot of map keys.
   *
   * @param value the values, with the keys of a map
   */
  public StateHeader asKeyValue(ValueType value) {
    StateHeader whole = withValue(value);
    whole.types.remove(MAP_KEY);
    whole.snapshots.remove(MAP_KEY);
    return new StateHeader(
        name, Backing.KEY_VALUE, options, whole.types, serializers, whole.snapshots);
  }

  /** The same state under another name. */
  public StateHeader named(String other) {
    return new StateHeader(other, backing, options, types, serializers, snapshots);
  }

  /** The kind of state backend storage that holds a state. */
  public enum Backing {
    KEY_VALUE(0),
    OPERATOR(1),
    BROADCAST(2),
    PRIORITY_QUEUE(3),
    /** Keyed state of the asynchronous state API (State V2). */
    KEY_VALUE_V2(4);

    private static final Backing[] ALL = values();

    private final int code;

    Backing(int code) {
      this.code = code;
    }

    /** Reads the number of one of them. */
    static Backing of(ByteReader in) {
      int code = in.readInt();
      if (code < 0 || code >= ALL.length) {
        throw in.malformed("unknown type of state: " + code);
      }
      return ALL[code];
    }
  }
}
