package io.drey.operators.order;

import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What the sorter keeps per key. Changing a name or a type here breaks savepoints taken so far. */
public final class OrderByTimeState {
  private OrderByTimeState() {}

  /** The events that wait for the watermark, by timestamp (ms), equal ones in arrival order. */
  public static <T> MapStateDescriptor<Long, List<T>> waiting(TypeInformation<T> type) {
    return new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(type));
  }
}
