// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Serializer snapshots whose format is known, by the name of their class. */
public final class SnapshotFamily {
  private final Map<String, Function<SnapshotBody, ValueType>> byClass = new HashMap<>();

  /** Adds a snapshot by its class and what reads its body. */
  public void put(String className, Function<SnapshotBody, ValueType> reading) {
    byClass.put(className, reading);
  }

  /** Adds the snapshot of a serializer {@code <prefix>Serializer} without settings. */
  public void simple(String prefix, ValueType type) {
    String name = ClassName.simple(prefix);
    put(prefix + "Serializer$" + name + "SerializerSnapshot", body -> body.simple(type));
  }

  /** Adds a snapshot composed of one other. */
  public void one(String className, UnaryOperator<ValueType> type) {
    put(
        className,
        body -> {
          body.outerVersion();
          return type.apply(body.nested(1).get(0));
        });
  }

  /** Adds a snapshot composed of two others. */
  public void two(String className, BinaryOperator<ValueType> type) {
    put(
        className,
        body -> {
          body.outerVersion();
          List<ValueType> parts = body.nested(2);
          return type.apply(parts.get(0), parts.get(1));
        });
  }

  /** Returns all that were added. */
  public Map<String, Function<SnapshotBody, ValueType>> byClass() {
    return Map.copyOf(byClass);
  }
}
