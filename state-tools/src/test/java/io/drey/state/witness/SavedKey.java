// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Gives the states and timers of keys, as the State Processor API reads them. */
final class SavedKey<K> extends KeyedStateReaderFunction<K, Long> {
  private static final long serialVersionUID = 1L;

  private final List<DeclaredState> states;

  private transient List<DeclaredState.Reading> readings;

  SavedKey(List<DeclaredState> states) {
    this.states = states;
  }

  @Override
  public void open(OpenContext context) {
    readings = states.stream().map(state -> state.in(getRuntimeContext(), true)).toList();
  }

  @Override
  public void readKey(K key, Context context, Collector<Long> out) throws Exception {
    for (DeclaredState.Reading reading : readings) {
      reading.read(key);
    }
    for (long timer : context.registeredEventTimeTimers()) {
      Testimony.of(Testimony.EVENT_TIMERS, key).timestamp(timer).give();
    }
    for (long timer : context.registeredProcessingTimeTimers()) {
      Testimony.of(Testimony.PROCESSING_TIMERS, key).timestamp(timer).give();
    }
  }
}
