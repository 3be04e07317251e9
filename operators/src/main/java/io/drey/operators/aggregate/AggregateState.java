package io.drey.operators.aggregate;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What aggregate keeps per group. Changing a name or a type here breaks the savepoints taken so
 * far.
 */
public final class AggregateState {
  private AggregateState() {}

  /** The windows that are open, by their last instants (ms). */
  public static MapStateDescriptor<Long, OpenWindow> windows() {
    return new MapStateDescriptor<>("windows", Types.LONG, OpenWindow.TYPE);
  }
}
