package io.drey.operators.kv;

import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What the store keeps per scope, and while it lists scopes. Changing a name or a type here breaks
 * the savepoints taken so far.
 */
public final class KvState {
  /** The name of the timers of entries that expire; their namespace is the entry's key. */
  static final String EXPIRIES = "expiries";

  private KvState() {}

  /** The entries of a scope, by key. */
  public static MapStateDescriptor<String, StoredValue> entries() {
    return new MapStateDescriptor<>("entries", Types.STRING, StoredValue.TYPE);
  }

  /** How many entries a scope has; kept for those that have any. */
  public static ValueStateDescriptor<Long> size() {
    return new ValueStateDescriptor<>("size", Types.LONG);
  }

  /** With a cap on the keys: those of a scope in the order of use. */
  public static MapStateDescriptor<String, Link> used() {
    return new MapStateDescriptor<>("used", Types.STRING, Link.TYPE);
  }

  /** With a cap on the keys: the newest key of a scope and the oldest. */
  public static ValueStateDescriptor<RecencyEnds> ends() {
    return new ValueStateDescriptor<>("ends", RecencyEnds.TYPE);
  }

  /** Of each subtask: how many times scopes have been listed. */
  public static ListStateDescriptor<Long> listings() {
    return new ListStateDescriptor<>("listings", Types.LONG);
  }

  /** The scopes told so far, of one listing. */
  public static ListStateDescriptor<String> told() {
    return new ListStateDescriptor<>("told", Types.STRING);
  }

  /** How many key groups have told their scopes, of one listing. */
  public static ValueStateDescriptor<Integer> groups() {
    return new ValueStateDescriptor<>("groups", Types.INT);
  }

  /** Whether a key group was asked too late, of one listing. */
  public static ValueStateDescriptor<Boolean> late() {
    return new ValueStateDescriptor<>("late", Types.BOOLEAN);
  }
}
