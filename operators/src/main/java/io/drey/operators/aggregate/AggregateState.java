// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
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

  /** The panes of open overlapping windows, by their last instants (ms). */
  @StateMeaning(state = "panes", mapKey = Meaning.INSTANT)
  public static MapStateDescriptor<Long, OpenWindow> panes() {
    return new MapStateDescriptor<>("panes", Types.LONG, OpenWindow.TYPE);
  }

  /** The open span of the group. */
  @StateMeaning(state = "span")
  public static ValueStateDescriptor<OpenSpan> span() {
    return new ValueStateDescriptor<>("span", OpenSpan.TYPE);
  }
}
