package io.drey.operators.kv;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * What leaves a store.
 *
 * @param store the operator itself, whose main output has the answers of all commands but those
 *     that list groups
 * @param answers one for each command that was not late
 * @param late the commands that came behind the watermark; null where they are taken as they come
 */
public record KvStreams<I, A, C>(
    SingleOutputStreamOperator<A> store,
    DataStream<A> answers,
    TypeInformation<C> changeType,
    @Nullable DataStream<I> late) {

  /** Every change, in the order of writes of its scope. */
  public DataStream<C> changes() {
    return triggered(KvStore.CHANGES);
  }

  /** The changes that a trigger is about. */
  public DataStream<C> triggered(String trigger) {
    return store.getSideOutput(new OutputTag<>(trigger, changeType));
  }
}
