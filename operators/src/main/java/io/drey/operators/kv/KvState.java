// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.Derived;
import io.drey.operators.meaning.EntryTimers;
import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The state of the store per scope, and of listings of scopes. Changing a name or a type here
 * breaks compatibility with existing savepoints.
 */
@EntryTimers(service = KvState.EXPIRIES, from = KvState.ENTRIES)
public final class KvState {
  /** The name of the timers of entries that expire; their namespace is the entry's key. */
  static final String EXPIRIES = "expiries";

  /** The name of {@link #entries}. */
  static final String ENTRIES = "entries";

  private KvState() {}

  /** The entries of a scope, by key. */
  @StateMeaning(state = ENTRIES)
  public static MapStateDescriptor<String, StoredValue> entries() {
    return new MapStateDescriptor<>(ENTRIES, Types.STRING, StoredValue.TYPE);
  }

  /** The number of entries of a scope; only scopes with entries have it. */
  @Derived(value = Derivation.ENTRY_COUNT, from = ENTRIES)
  @StateMeaning(state = "size")
  public static ValueStateDescriptor<Long> size() {
    return new ValueStateDescriptor<>("size", Types.LONG);
  }

  /** With a cap on the keys: the links between the keys of a scope, in order of their last use. */
  @Derived(value = Derivation.ENTRY_LINKS, from = ENTRIES)
  @StateMeaning(state = "recency-links")
  public static MapStateDescriptor<String, Link> recencyLinks() {
    return new MapStateDescriptor<>("recency-links", Types.STRING, Link.TYPE);
  }

  /** With a cap on the keys: the least and the most recently used key of a scope. */
  @Derived(value = Derivation.ENTRY_ENDS, from = ENTRIES)
  @StateMeaning(state = "recency-ends")
  public static ValueStateDescriptor<RecencyEnds> recencyEnds() {
    return new ValueStateDescriptor<>("recency-ends", RecencyEnds.TYPE);
  }

  /** The scopes received so far for one listing. */
  @StateMeaning(state = "group-scopes")
  public static ListStateDescriptor<String> groupScopes() {
    return new ListStateDescriptor<>("group-scopes", Types.STRING);
  }

  /** The number of key groups that have reported their scopes for one listing. */
  @Derived(Derivation.KEY_GROUP_COUNT)
  @StateMeaning(state = "group-count")
  public static ValueStateDescriptor<Integer> groupCount() {
    return new ValueStateDescriptor<>("group-count", Types.INT);
  }

  /** Whether a marker of one listing was late at any key group. */
  @StateMeaning(state = "late-marker")
  public static ValueStateDescriptor<Boolean> lateMarker() {
    return new ValueStateDescriptor<>("late-marker", Types.BOOLEAN);
  }
}
