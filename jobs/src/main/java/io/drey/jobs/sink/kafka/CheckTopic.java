// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.rule.OutputCounter;
import java.util.HashSet;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Passes on events whose topic may be written; the others are rejected, with the reason. */
final class CheckTopic extends ProcessFunction<Event, Event> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Event> REJECTED =
      new OutputTag<>(SinkMetrics.REJECTED, EventTypeInfo.STREAM);

  private final String sink;
  private final FieldPath field;
  private final HashSet<String> topics;

  private transient OutputCounter rejected;

  CheckTopic(String sink, FieldPath field, List<String> topics) {
    this.sink = sink;
    this.field = field;
    this.topics = new HashSet<>(topics);
  }

  @Override
  public void open(OpenContext openContext) {
    rejected = SinkMetrics.rejected(getRuntimeContext().getMetricGroup(), sink);
  }

  @Override
  public void processElement(Event event, Context ctx, Collector<Event> out) {
    String topic = event.text(field);
    if (topic != null && topics.contains(topic)) {
      out.collect(event);
      return;
    }
    Event described = EventTypeInfo.STREAM.invalid(event, problem(topic));
    rejected.count(described);
    ctx.output(REJECTED, described);
  }

  private String problem(@Nullable String topic) {
    return topic == null
        ? "No topic in field '" + field + "'"
        : "Topic in field '" + field + "' is not one of topics: '" + topic + "'";
  }
}
