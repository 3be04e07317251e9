// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.jspecify.annotations.Nullable;

/** Adds a source, and the operator that splits off malformed records, to a job. */
public final class SourceWiring {
  private static final TypeInformation<Either<Event, Event>> TYPE =
      new EitherTypeInfo<>(EventTypeInfo.STREAM, EventTypeInfo.STREAM);

  private SourceWiring() {}

  /** Adds a source, and the operator that emits malformed records to the side output. */
  public static NamedStreams connect(
      StreamExecutionEnvironment env,
      String id,
      int parallelism,
      Input<?, ?> input,
      WatermarkStrategy<Either<Event, Event>> watermarks) {
    SingleOutputStreamOperator<Either<Event, Event>> lines =
        env.fromSource(input, watermarks, id, TYPE).uid(id).setParallelism(parallelism);
    String splitter = id + "-malformed";
    SingleOutputStreamOperator<Event> events =
        lines
            .transform(splitter, EventTypeInfo.STREAM, new SplitMalformed())
            .uid(splitter)
            .setParallelism(parallelism);
    return new NamedStreams(
        events, Map.of("malformed", events.getSideOutput(SplitMalformed.MALFORMED)));
  }

  /** The watermark strategy of the options: event time only where they name a field. */
  public static WatermarkStrategy<Either<Event, Event>> watermarks(
      @Nullable TimeOptions time, boolean mayFallSilent) {
    if (time == null || time.isProcessing()) {
      return WatermarkStrategy.noWatermarks();
    }
    WatermarkStrategy<Either<Event, Event>> bounded =
        WatermarkStrategy.forBoundedOutOfOrderness(time.outOfOrderness());
    return mayFallSilent ? bounded.withIdleness(time.idleAfter()) : bounded;
  }
}
