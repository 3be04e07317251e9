// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The streams that a store returns.
 *
 * @param store the operator itself, whose main output has the answers to all commands except
 *     listings of scopes
 * @param answers the answers, one for each command that was not late
 * @param late the late commands; null if commands are executed in order of arrival
 */
public record KvStreams<I, A, C>(
    SingleOutputStreamOperator<A> store,
    DataStream<A> answers,
    TypeInformation<C> changeType,
    @Nullable DataStream<I> late) {

  /** Every change, in the order of the writes to its scope. */
  public DataStream<C> changes() {
    return triggered(KvStore.CHANGES);
  }

  /** The changes that a trigger selects. */
  public DataStream<C> triggered(String trigger) {
    return store.getSideOutput(new OutputTag<>(trigger, changeType));
  }
}
