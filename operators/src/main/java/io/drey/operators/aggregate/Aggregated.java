// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The streams that {@link Aggregate} returns.
 *
 * @param results one per group and window
 * @param late events whose window had closed when they arrived
 * @param invalid events whose group or values cannot be read
 */
public record Aggregated<T, R>(
    SingleOutputStreamOperator<R> results, DataStream<T> late, DataStream<T> invalid) {}
