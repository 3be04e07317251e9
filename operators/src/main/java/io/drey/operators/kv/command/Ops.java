// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import io.drey.operators.kv.update.OpType;
import java.util.List;

/**
 * Makes the ops of an update.
 *
 * <pre>{@code
 * Command.update(
 *     "users", "u1",
 *     Ops.test("version").value(3),
 *     Ops.increment("version"),
 *     Ops.set("address", "city").value("Berlin"));
 * }</pre>
 *
 * <p>A path is the names of fields from the outermost on, taken literally; without one, the op is
 * on the value itself. What each op does: {@link io.drey.operators.kv.update.Update}.
 */
public final class Ops {
  private Ops() {}

  /** Sets the place to a value. */
  public static ValueOp set(String... path) {
    return valueOp(OpType.SET, path);
  }

  /** Merges the fields of a value into the object at the place. */
  public static ValueOp merge(String... path) {
    return valueOp(OpType.MERGE, path);
  }

  /** Appends a value to the array at the place, or a string to the string. */
  public static ValueOp append(String... path) {
    return valueOp(OpType.APPEND, path);
  }

  /** Compares the place with a value: unless they are equal, no later op applies. */
  public static ValueOp test(String... path) {
    return valueOp(OpType.TEST, path);
  }

  /** Adds 1, or what {@link AddingOp#by} says, to the number at the place. */
  public static AddingOp increment(String... path) {
    return new AddingOp(OpType.INCREMENT, List.of(path), 1);
  }

  /** Subtracts 1, or what {@link AddingOp#by} says, from the number at the place. */
  public static AddingOp decrement(String... path) {
    return new AddingOp(OpType.DECREMENT, List.of(path), 1);
  }

  /** Removes the field. */
  public static UpdateOp remove(String... path) {
    List<String> names = List.of(path);
    return () -> Places.object(OpType.REMOVE, names);
  }

  private static ValueOp valueOp(OpType type, String... path) {
    return new ValueOp(type, List.of(path));
  }
}
