// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.Placed;
import io.drey.state.migration.Row;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.UserClass;
import io.drey.state.migration.apply.ObjectEntry.Part;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.KeyEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.registry.JobObjects;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.transform.KeyTransform;
import org.jspecify.annotations.Nullable;

/** The new keys that a class of the user's gives an operator, which keep their type. */
final class ClassKeys implements KeyEdit.Change {
  private final ResolvedOperator operator;
  private final JobObjects keys;
  private final KeyTransform<Object> transform;

  private ClassKeys(ResolvedOperator operator, JobObjects keys, KeyTransform<Object> transform) {
    this.operator = operator;
    this.keys = keys;
    this.transform = transform;
  }

  /**
   * Returns what a plan makes of an operator's keys.
   *
   * @throws RefusedException if the classes do not fit the savepoint
   */
  @SuppressWarnings({"rawtypes", "unchecked"}) // what it takes is known only when it is called
  static ClassKeys of(ResolvedOperator operator, Placed<UserClass<KeyTransform>> planned) {
    SnapshotBytes snapshot = operator.states().keySnapshot();
    if (snapshot == null) {
      throw new RefusedException(operator, "its only state are timers that are raw keyed state");
    }
    try {
      JobObjects keys = JobObjects.restored(snapshot);
      keys.checkWritesAll();
      return new ClassKeys(operator, keys, planned.value().make());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(operator, "its keys cannot be objects: " + e.getMessage(), e);
    }
  }

  @Override
  public void write(ValueType type, ByteReader old, ByteWriter out) {
    @Nullable Object made;
    try {
      made = transform.transform(keys.read(old));
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw failed(type, old, "failed: " + UserCode.failure(e, transform), e);
    }
    if (made == null) {
      throw failed(type, old, "gave null", null);
    }
    try {
      keys.write(made, out);
    } catch (Exception | LinkageError e) {
      throw failed(type, old, "gave a " + made.getClass().getName() + ": " + e, e);
    }
  }

  private RefusedException failed(
      ValueType type, ByteReader old, String what, @Nullable Throwable e) {
    Part key = new Part("key", type, () -> keys);
    key.start(old);
    Object shown = new Row().with(RowVariable.KEY, key.shown());
    return new RefusedException(
        operator, shown + ": " + transform.getClass().getName() + " " + what, e);
  }
}
