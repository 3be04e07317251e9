// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Routing;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/** Also supports a sliding window, whose state may have blocks of timestamps. */
final class LimitInSpans<K, T, R> extends LimitEvents<K, T, R, PassedTimes> {
  private static final long serialVersionUID = 1L;

  private final SlidingWindow window;
  private final RateSpan options;

  private transient MapState<Long, long[]> earlier;

  LimitInSpans(
      SlidingWindow window,
      NextState<T, PassedTimes> next,
      RateSpan options,
      Mark<T, R> mark,
      Routing<R> routing) {
    super(window, next, RateLimitState.passedTimes(options), options, mark, routing);
    this.window = window;
    this.options = options;
  }

  @Override
  public void open(OpenContext openContext) {
    super.open(openContext);
    MapState<Long, long[]> blocks =
        getRuntimeContext().getMapState(RateLimitState.earlierTimes(options));
    earlier = blocks;
    window.open(
        new EarlierTimes() {
          @Override
          public long @Nullable [] get(long block) throws Exception {
            return blocks.get(block);
          }

          @Override
          public void put(long block, long[] times) throws Exception {
            blocks.put(block, times);
          }

          @Override
          public void remove(long block) throws Exception {
            blocks.remove(block);
          }
        });
  }

  @Override
  void clear() throws Exception {
    super.clear();
    earlier.clear();
  }
}
