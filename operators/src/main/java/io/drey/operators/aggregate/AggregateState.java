// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The state of aggregate, per group. Changing a name or a type here breaks compatibility with
 * existing savepoints.
 */
public final class AggregateState {
  private AggregateState() {}

  /** The open windows, by their last instants (ms). */
  @StateMeaning(state = "windows", mapKey = Meaning.INSTANT)
  public static MapStateDescriptor<Long, OpenWindow> windows() {
    return new MapStateDescriptor<>("windows", Types.LONG, OpenWindow.TYPE);
  }
}
