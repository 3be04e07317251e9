// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.ClassTransform;
import io.drey.state.migration.apply.ObjectEntry.Part;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.registry.JobObjects;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.transform.ValueTransform;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Makes new values of old ones by a class of the user's. */
final class ClassChange {
  private final ResolvedOperator operator;
  private final ObjectEntry entry;
  private final ValueTransform<Object, Object, Object> transform;
  private final JobObjects old;
  private final JobObjects made;

  private ClassChange(
      ResolvedOperator operator,
      ObjectEntry entry,
      ValueTransform<Object, Object, Object> transform,
      JobObjects old,
      JobObjects made) {
    this.operator = operator;
    this.entry = entry;
    this.transform = transform;
    this.old = old;
    this.made = made;
  }

  /**
   * Returns what a plan makes of the values of a keyed state.
   *
   * @param header its description, also of the old values
   * @throws RefusedException if the classes do not fit the savepoint
   */
  static ClassChange of(
      ResolvedOperator operator,
      KeyedState state,
      StateHeader header,
      NewValues values,
      ClassTransform planned) {
    SnapshotBytes keys = operator.states().keySnapshot();
    ValueType mapKey = state.mapKey();
    ObjectEntry entry =
        new ObjectEntry(
            operator.toString(),
            state.name(),
            new Part("key", state.key(), () -> JobObjects.restored(Objects.requireNonNull(keys))),
            new Part("map key", mapKey, () -> restored(header, Objects.requireNonNull(mapKey))));
    return of(operator, entry, () -> restored(header, values.old()), header, planned);
  }

  /** The same of operator state. */
  static ClassChange of(
      ResolvedOperator operator, OperatorState state, StateHeader header, ClassTransform planned) {
    ObjectEntry entry =
        new ObjectEntry(
            operator.toString(),
            state.name(),
            new Part("key", null, () -> restored(header, StateHeader.VALUE)),
            new Part("map key", state.mapKey(), () -> restored(header, StateHeader.KEY)));
    return of(operator, entry, () -> restored(header, StateHeader.VALUE), header, planned);
  }

  private static JobObjects restored(StateHeader header, ValueType type) {
    return JobObjects.restored(header.snapshot(type));
  }

  private static JobObjects restored(StateHeader header, String role) {
    return JobObjects.restored(Objects.requireNonNull(header.snapshots().get(role)));
  }

  @SuppressWarnings("unchecked") // what it takes is known only when it is called
  private static ClassChange of(
      ResolvedOperator operator,
      ObjectEntry entry,
      Supplier<JobObjects> restored,
      StateHeader header,
      ClassTransform planned) {
    try {
      JobObjects old = restored.get();
      ValueTransform<Object, Object, Object> transform = planned.transform().value().make();
      TypeInformation<Object> type = transform.type();
      JobObjects made = type == null ? old : JobObjects.of(type, header.metadataVersion());
      boolean isSame = made.type().equals(old.type());
      if (isSame) {
        old.checkWritesAll();
      }
      return new ClassChange(operator, entry, transform, old, isSame ? old : made);
    } catch (IllegalArgumentException | UnwritableSnapshotException e) {
      throw new RefusedException(
          operator,
          "the values of state '" + entry.state() + "' cannot be objects: " + e.getMessage(),
          e);
    }
  }

  /** The entry whose values change next. */
  ObjectEntry entry() {
    return entry;
  }

  /** The new type of the values; that of the old ones is given, if it stays. */
  ValueType type(ValueType ofOld) {
    return isOfSameType() ? ofOld : made.type();
  }

  @SuppressWarnings("ReferenceEquality") // one serializer for both
  private boolean isOfSameType() {
    return made == old;
  }

  /** Describes an operator's list or broadcast map of the new values. */
  StateHeader described(StateHeader header) {
    return isOfSameType() ? header : described(header, made.type());
  }

  /**
   * Describes a state with the new values.
   *
   * @param header its description before
   * @param value the type of all of its values, which contains theirs
   */
  StateHeader described(StateHeader header, ValueType value) {
    return isOfSameType()
        ? header.withValue(value)
        : header.withValue(value, made.type(), made.snapshot(header.metadataVersion()));
  }

  /**
   * Writes the new value of an old one.
   *
   * @param access its time of last access; null if it has none
   * @param value ends where the reader does
   * @return false if it is removed, and nothing was written
   * @throws RefusedException if the user's code fails
   */
  boolean write(@Nullable Long access, ByteReader value, ByteWriter out) {
    entry.access(access);
    Object given = read(value);
    Object result = transformed(given);
    if (result != null) {
      write(result, out);
    }
    return result != null;
  }

  private Object read(ByteReader value) {
    try {
      return old.read(value);
    } catch (Exception | LinkageError e) {
      throw failed("its value cannot be read", e);
    }
  }

  private @Nullable Object transformed(Object given) {
    try {
      return transform.transform(entry, given);
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw failed(transform.getClass().getName() + " failed", e);
    }
  }

  private void write(Object result, ByteWriter out) {
    try {
      made.write(result, out);
    } catch (Exception | LinkageError e) {
      String what = "a %s of %s cannot be written as %s";
      String ofResult = result.getClass().getName();
      String ofTransform = transform.getClass().getName();
      throw failed(what.formatted(ofResult, ofTransform, made.type().text()), e);
    }
  }

  private RefusedException failed(String what, Throwable e) {
    return new RefusedException(
        operator, entry + ": " + what + ": " + UserCode.failure(e, transform), e);
  }
}
