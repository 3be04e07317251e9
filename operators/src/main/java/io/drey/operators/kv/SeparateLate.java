// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.OutputCounter;
import io.drey.operators.rule.StepMetrics;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Passes late commands on; a late marker reports its listing as late. */
final class SeparateLate<I> extends ProcessFunction<Tuple2<Long, I>, I> {
  private static final long serialVersionUID = 1L;

  private final OutputTag<GroupScopes<I>> groupScopes;
  private final String step;

  private transient OutputCounter lateCommands;

  SeparateLate(TypeInformation<I> type, String step) {
    this.groupScopes = KvStore.groupScopes(type);
    this.step = step;
  }

  @Override
  public void open(OpenContext openContext) {
    lateCommands = StepMetrics.output(getRuntimeContext().getMetricGroup(), step, OrderByTime.LATE);
  }

  @Override
  public void processElement(Tuple2<Long, I> late, Context ctx, Collector<I> out) {
    if (Routes.isMarker(late)) {
      ctx.output(groupScopes, new GroupScopes<>(Routes.listing(late.f0), late.f1, List.of(), true));
      return;
    }
    lateCommands.count(late.f1);
    out.collect(late.f1);
  }
}
