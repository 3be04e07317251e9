// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.step.Demand;
import io.drey.jobs.step.EachEvent;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Stateless;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Replaces each event by one with the result of an expression; null has an output of its own. */
record EvalStep(Expression expression) implements Step {
  /** The output of events for which the result is null. */
  static final String NULL = "null";

  /** The field with the result. */
  static final String RESULT = "result";

  private static final OutputTag<Event> NULLS = new OutputTag<>(NULL, EventTypeInfo.STREAM);

  @Override
  public List<String> outputs() {
    return List.of(NULL, KeyedStep.INVALID);
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    NamedStreams streams = Stateless.apply(new Evaluate(expression), outputs(), input, context);
    String uid = context.id() + '-' + NULL;
    DataStream<Event> nulls =
        Objects.requireNonNull(streams.named().get(NULL))
            .process(new EachEvent(event -> Event.of("{}")))
            .returns(EventTypeInfo.STREAM)
            .uid(uid)
            .name(uid);
    DataStream<Event> invalid = Objects.requireNonNull(streams.named().get(KeyedStep.INVALID));
    return new NamedStreams(streams.main(), Map.of(NULL, nulls, KeyedStep.INVALID, invalid));
  }

  @Override
  public Demand demand() {
    return new Demand(NULL, "null", List.of(expression));
  }

  @Override
  public List<String> byProducts() {
    return outputs();
  }

  private static final class Evaluate extends ProcessFunction<Event, Event> {
    private static final long serialVersionUID = 1L;

    private static final Event EMPTY = Event.of("{}");
    private static final FieldPath FIELD = FieldPath.of(RESULT);

    private final Expression expression;

    private Evaluate(Expression expression) {
      this.expression = expression;
    }

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) {
      if (expression.evaluate(event) == null) {
        context.output(NULLS, event);
      } else {
        out.collect(EMPTY.withJson(FIELD, expression.json(event)));
      }
    }
  }
}
