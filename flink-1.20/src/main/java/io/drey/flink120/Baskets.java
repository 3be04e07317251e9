// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps what Kryo writes. */
final class Baskets extends KeyedProcessFunction<Long, Long, Long> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Basket> basket;

  @Override
  public void open(OpenContext context) {
    basket =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("basket", TypeInformation.of(Basket.class)));
  }

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
    basket.update(Basket.of(i));
  }
}
