// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The keyed state of detect-gaps. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class DetectGapsState {
  private DetectGapsState() {}

  /** The greatest number of the key so far. */
  @StateMeaning(state = "greatest-number")
  public static ValueStateDescriptor<Long> greatestNumber() {
    return new ValueStateDescriptor<>("greatest-number", Types.LONG);
  }
}
