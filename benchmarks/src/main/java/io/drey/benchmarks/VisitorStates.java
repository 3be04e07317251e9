// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps a number and a record for each key, from its first event on. */
final class VisitorStates extends KeyedProcessFunction<String, Long, Long> {
  private static final long serialVersionUID = 1L;

  /** Counts the keys that are yet to come; in the cluster's JVM, which is this one. */
  private static CountDownLatch missing = new CountDownLatch(0);

  private transient ValueState<Long> visits;
  private transient ValueState<Visitor> visitor;

  static ValueStateDescriptor<Long> visits() {
    return new ValueStateDescriptor<>("visits", Types.LONG);
  }

  static ValueStateDescriptor<Visitor> visitor() {
    return new ValueStateDescriptor<>("visitor", TypeInformation.of(Visitor.class));
  }

  static void expect(int keys) {
    missing = new CountDownLatch(keys);
  }

  static void await() throws InterruptedException {
    missing.await();
  }

  @Override
  public void open(OpenContext openContext) {
    visits = getRuntimeContext().getState(visits());
    visitor = getRuntimeContext().getState(visitor());
  }

  @Override
  public void processElement(Long number, Context ctx, Collector<Long> out) throws Exception {
    if (visits.value() == null) {
      visits.update(number % 100);
      visitor.update(Visitor.of(number));
      missing.countDown();
    }
  }
}
