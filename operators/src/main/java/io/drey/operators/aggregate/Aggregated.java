package io.drey.operators.aggregate;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What {@link Aggregate} has attached.
 *
 * @param results one of each group's window
 * @param late events whose window had closed when they came
 * @param invalid events whose group or values cannot be told
 */
public record Aggregated<T, R>(
    SingleOutputStreamOperator<R> results, DataStream<T> late, DataStream<T> invalid) {}
