// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.Row;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.Transform;
import io.drey.state.migration.TtlChange;
import io.drey.state.migration.value.Casts;
import io.drey.state.migration.value.Changed;
import io.drey.state.migration.value.Conversion;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the values of a state: of values, elements of lists, or values of maps.
 *
 * @param old the type, without its TTL
 * @param hadTtl whether values had one
 * @param type the new type, without its TTL
 * @param hasTtl whether new values have one
 * @param access the time of last access of those that had none
 * @param keepIf a condition; null if all are kept
 * @param transform gives the new value; null if none does
 * @param conversion what becomes of its result, or of the old value if there is none
 */
record NewValues(
    ValueType old,
    boolean hadTtl,
    ValueType type,
    boolean hasTtl,
    long access,
    @Nullable RowExpression keepIf,
    @Nullable RowExpression transform,
    Conversion conversion) {
  /**
   * Returns what a change makes of values.
   *
   * @param stored their type, with a TTL if they have one
   * @param fields what field steps make of them; null if there are none
   */
  static NewValues of(StateChange change, ValueType stored, @Nullable Changed fields, long now) {
    boolean hadTtl = stored instanceof TtlType;
    ValueType old = stored instanceof TtlType ttl ? ttl.value() : stored;
    TtlChange ttl = change.ttl() == null ? null : change.ttl().value();
    return new NewValues(
        old,
        hadTtl,
        type(change, old, fields),
        ttl == null ? hadTtl : ttl.isEnabled(),
        access(ttl, now),
        change.keepIf() == null ? null : change.keepIf().value(),
        change.values() instanceof Transform transform ? transform.expression().value() : null,
        fields == null ? cast(change) : fields.conversion());
  }

  private static long access(@Nullable TtlChange ttl, long now) {
    Instant given = ttl == null ? null : ttl.lastAccess();
    return given == null ? now : given.toEpochMilli();
  }

  /** The type that a transform gives; null if there is none. */
  private static @Nullable ValueType given(StateChange change) {
    return change.values() instanceof Transform transform && transform.type() != null
        ? transform.type().value()
        : null;
  }

  /** What a transform gives may be of another type that means the same. */
  private static Conversion cast(StateChange change) {
    ValueType given = given(change);
    return given == null ? Conversion.NONE : Casts.to(given);
  }

  private static ValueType type(StateChange change, ValueType old, @Nullable Changed fields) {
    if (fields != null) {
      return fields.type();
    }
    ValueType given = given(change);
    return given == null ? old : given;
  }

  /** The same with another new type. */
  NewValues withType(ValueType other) {
    return new NewValues(old, hadTtl, other, hasTtl, access, keepIf, transform, conversion);
  }

  /** The new type, with its TTL. */
  ValueType stored() {
    return hasTtl ? new TtlType(type) : type;
  }

  /** The new value of an entry. */
  @Nullable Object made(Row row, @Nullable Object value) {
    return conversion.of(transform == null ? value : transform.evaluate(row));
  }

  /** Whether values have to be decoded. */
  boolean areMade() {
    return transform != null || conversion != Conversion.NONE;
  }
}
