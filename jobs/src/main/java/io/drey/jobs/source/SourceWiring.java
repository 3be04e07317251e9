// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.InputRecordType;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.rule.Subtasks;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Adds a source, and the operator that splits off malformed records, to a job. */
public final class SourceWiring {
  private SourceWiring() {}

  /** Adds a source, and the operator that emits malformed records to the side output. */
  public static NamedStreams connect(
      StreamExecutionEnvironment env,
      SourceContext context,
      int parallelism,
      Input<?, ?> input,
      WatermarkStrategy<InputRecord> watermarks) {
    return split(
        context,
        env.fromSource(input, watermarks, context.id(), new InputRecordType())
            .setParallelism(parallelism));
  }

  /** Adds a source that has one reader, also in a job that is rescaled. */
  public static NamedStreams connectOne(
      StreamExecutionEnvironment env,
      SourceContext context,
      Input<?, ?> input,
      WatermarkStrategy<InputRecord> watermarks) {
    return split(
        context,
        Subtasks.one(env.fromSource(input, watermarks, context.id(), new InputRecordType())));
  }

  private static NamedStreams split(
      SourceContext context, SingleOutputStreamOperator<InputRecord> lines) {
    String splitter = context.id() + "-malformed";
    SingleOutputStreamOperator<Event> events =
        Subtasks.ofInput(
            lines,
            lines
                .uid(context.id())
                .transform(splitter, EventTypeInfo.STREAM, splitter(context))
                .uid(splitter));
    return new NamedStreams(
        events, Map.of("malformed", events.getSideOutput(SplitMalformed.MALFORMED)));
  }

  private static SplitMalformed splitter(SourceContext context) {
    return context.traced() ? new SplitTraced() : new SplitMalformed();
  }

  /** The watermark strategy of the options: event time only where they name a field. */
  public static WatermarkStrategy<InputRecord> watermarks(
      @Nullable TimeOptions time, boolean mayFallSilent) {
    if (time == null || time.isProcessing()) {
      return WatermarkStrategy.noWatermarks();
    }
    WatermarkStrategy<InputRecord> bounded =
        WatermarkStrategy.forBoundedOutOfOrderness(time.outOfOrderness());
    return mayFallSilent ? bounded.withIdleness(time.idleAfter()) : bounded;
  }
}
