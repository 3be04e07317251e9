// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.json.ValueTree;
import io.drey.state.migration.Row;
import io.drey.state.migration.RowVariable;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.JobObjects;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.transform.StateEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An entry as a class of the user's sees it; one object serves for all entries. */
final class ObjectEntry implements StateEntry<Object> {
  private final String operator;
  private final String state;
  private final Part key;
  private final Part mapKey;
  private @Nullable Long access;

  /**
   * @param key that of operator state is never asked for
   */
  ObjectEntry(String operator, String state, Part key, Part mapKey) {
    this.operator = operator;
    this.state = state;
    this.key = key;
    this.mapKey = mapKey;
  }

  /** Starts with the values of an entry; its keys are read when they are asked for. */
  void start(ByteReader ofKey, ByteReader ofMapKey) {
    key.start(ofKey);
    mapKey.start(ofMapKey);
  }

  /** Sets the time of last access; null if there is none. */
  void access(@Nullable Long millis) {
    access = millis;
  }

  @Override
  public String operator() {
    return operator;
  }

  @Override
  public String state() {
    return state;
  }

  @Override
  public Object key() {
    return key.object();
  }

  @Override
  public Object mapKey() {
    return mapKey.object();
  }

  @Override
  public @Nullable Instant lastAccess() {
    return access == null ? null : Instant.ofEpochMilli(access);
  }

  /** The entry in messages. */
  @Override
  public String toString() {
    return new Row()
        .with(RowVariable.OPERATOR, operator)
        .with(RowVariable.STATE, state)
        .with(RowVariable.KEY, key.shown())
        .with(RowVariable.MAP_KEY, mapKey.shown())
        .toString();
  }

  /** A key or map key. */
  static final class Part {
    private final String name;
    private final @Nullable ValueType type;
    private final Supplier<JobObjects> serializer;
    private @Nullable JobObjects objects;
    private @Nullable ByteReader bytes;

    /**
     * @param name what it is called in messages
     * @param type null if the state has none
     * @param serializer is asked for when the first one is read
     */
    Part(String name, @Nullable ValueType type, Supplier<JobObjects> serializer) {
      this.name = name;
      this.type = type;
      this.serializer = serializer;
    }

    /** Starts with the bytes of one, which is read when it is asked for. */
    void start(ByteReader one) {
      bytes = one;
    }

    Object object() {
      if (type == null || bytes == null) {
        throw new IllegalStateException("the state has no " + name);
      }
      try {
        if (objects == null) {
          objects = serializer.get();
        }
        return objects.read(bytes);
      } catch (IllegalArgumentException | IOException e) {
        throw new IllegalStateException("cannot read a " + name + ": " + e.getMessage(), e);
      }
    }

    /** Returns it as in JSON; null if there is none, or it cannot be decoded. */
    @Nullable Object shown() {
      if (type == null || bytes == null) {
        return null;
      }
      int from = bytes.position();
      ValueTree tree = new ValueTree();
      try {
        type.write(bytes, tree);
        return tree.take();
      } catch (UndecodableException e) {
        return null;
      } finally {
        bytes.position(from);
      }
    }
  }
}
