package io.drey.operators.sequence;

import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** What sequence and count keep. Changing a name or a type here breaks savepoints taken so far. */
public final class SequenceState {
  private SequenceState() {}

  /** The number that the key's last event was given. */
  public static ValueStateDescriptor<Long> lastNumber() {
    return new ValueStateDescriptor<>("last-number", Types.LONG);
  }
}
