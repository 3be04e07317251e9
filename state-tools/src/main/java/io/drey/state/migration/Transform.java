// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import io.drey.state.snapshot.type.ValueType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An expression that gives the new value of the old one: that of an entry, an element of a list or
 * the value of a map's entry; with a kind, of the whole list or map.
 *
 * @param type the type of what it gives; null if it is that of the old value
 * @param kind the kind of the state afterwards; null if it stays, and lists and maps keep their
 *     entries
 * @param ttlFrom the time of last access of what is made of entries with a TTL; null if each keeps
 *     its own
 */
public record Transform(
    Placed<RowExpression> expression,
    @Nullable Placed<ValueType> type,
    @Nullable Placed<Kind> kind,
    @Nullable Placed<TtlFrom> ttlFrom)
    implements ValueChange {
  /** The kind of a keyed state. */
  public enum Kind {
    VALUE,
    LIST,
    MAP
  }

  /** Which time of last access a new value has. */
  public sealed interface TtlFrom permits OfEntries, At {}

  /** That of one of the entries that it is made of. */
  public enum OfEntries implements TtlFrom {
    NEWEST,
    OLDEST
  }

  /** One that the plan gives. */
  public record At(Instant instant) implements TtlFrom {}
}
