// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sequence;

import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The keyed state of sequence and count. Changing a name or a type here breaks compatibility with
 * existing savepoints.
 */
public final class SequenceState {
  private SequenceState() {}

  /** The number of the key's last event. */
  @StateMeaning(state = "last-number")
  public static ValueStateDescriptor<Long> lastNumber() {
    return new ValueStateDescriptor<>("last-number", Types.LONG);
  }
}
