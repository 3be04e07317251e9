// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Serializer snapshots whose format is known: read by the name of their class, written by type. */
public final class SnapshotFamily {
  private final Map<String, Function<SnapshotBody, ValueType>> byClass = new HashMap<>();
  private final Map<ValueType, String> simple = new HashMap<>();
  private final List<Function<ValueType, @Nullable Consumer<SnapshotOutput>>> writings =
      new ArrayList<>();

  /** Adds a snapshot by its class and what reads its body. */
  public void put(String className, Function<SnapshotBody, ValueType> reading) {
    byClass.put(className, reading);
  }

  /** Adds the snapshot of a serializer {@code <prefix>Serializer} without settings. */
  public void simple(String prefix, ValueType type) {
    String name = ClassName.simple(prefix);
    simpleClass(prefix + "Serializer$" + name + "SerializerSnapshot", type);
  }

  /** Adds the snapshot of a serializer without settings; of two for one type, this is read only. */
  public void simpleClass(String className, ValueType type) {
    put(className, body -> body.simple(type));
    simple.putIfAbsent(type, className);
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

  /** Adds what writes the snapshots of some types of a class. */
  public <T extends ValueType> void writes(
      Class<T> type, Predicate<T> which, BiConsumer<T, SnapshotOutput> writing) {
    writings.add(
        given -> {
          T own = type.isInstance(given) ? type.cast(given) : null;
          return own == null || !which.test(own) ? null : out -> writing.accept(own, out);
        });
  }

  /** Returns what reads the body of a snapshot, for all classes that were added. */
  public Map<String, Function<SnapshotBody, ValueType>> byClass() {
    return Map.copyOf(byClass);
  }

  /** Returns what writes the snapshot of a type; null if it cannot be written by its type. */
  public @Nullable Consumer<SnapshotOutput> writing(ValueType type) {
    String className = simple.get(type);
    if (className != null) {
      return out -> out.simple(className);
    }
    for (Function<ValueType, @Nullable Consumer<SnapshotOutput>> each : writings) {
      Consumer<SnapshotOutput> writing = each.apply(type);
      if (writing != null) {
        return writing;
      }
    }
    return null;
  }
}
