package io.drey.operators.correlate;

import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What correlate keeps per key. Changing a name or a type here breaks the savepoints taken so far.
 */
public final class CorrelateState {
  private CorrelateState() {}

  /** The pending requests and waiting responses; absent where there are none. */
  public static <T> ValueStateDescriptor<PendingExchanges<T>> open(TypeInformation<T> type) {
    return new ValueStateDescriptor<>("open", PendingExchanges.type(type));
  }
}
