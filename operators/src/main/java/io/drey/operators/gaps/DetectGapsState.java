package io.drey.operators.gaps;

import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** What detect-gaps keeps. Changing a name or a type here breaks savepoints taken so far. */
public final class DetectGapsState {
  private DetectGapsState() {}

  /** The greatest number of the key's events. */
  public static ValueStateDescriptor<Long> greatestNumber() {
    return new ValueStateDescriptor<>("greatest-number", Types.LONG);
  }
}
