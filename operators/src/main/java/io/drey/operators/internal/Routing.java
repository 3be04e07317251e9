// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

import java.io.Serializable;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Where the events go that a rule holds back: to a side output, or to the main output like those
 * that pass, marked.
 *
 * @param side null for the main output
 */
public record Routing<R>(@Nullable OutputTag<R> side) implements Serializable {
  /** All results go to the main output. */
  public static <R> Routing<R> together() {
    return new Routing<>(null);
  }

  /** Results that are held back go to a side output. */
  public static <R> Routing<R> separate(OutputTag<R> side) {
    return new Routing<>(side);
  }

  /** Emits a result that is held back. */
  public void divert(R result, KeyedProcessFunction<?, ?, R>.Context ctx, Collector<R> out) {
    if (side == null) {
      out.collect(result);
    } else {
      ctx.output(side, result);
    }
  }
}
