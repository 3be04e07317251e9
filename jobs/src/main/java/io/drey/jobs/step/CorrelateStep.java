// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.jobs.text.DurationText;
import io.drey.operators.correlate.Correlate;
import io.drey.operators.correlate.CorrelateOptions;
import io.drey.operators.correlate.CorrelateState;
import io.drey.operators.correlate.PendingExchanges;
import io.drey.operators.correlate.RepeatRequest;
import io.drey.operators.correlate.Responses;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldCopy;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Pairs requests with their responses. */
public record CorrelateStep(
    @Option("the field or fields that make up the key") KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("the condition that makes an event a request") Expression request,
    @Option("the condition that makes an event a response, unless it is a request")
        Expression response,
    @Option(value = "how much later than its request a response may be", byDefault = "30s")
        Duration timeout,
    @Option(
            value = "how much earlier than its request a response may be, where clocks differ",
            byDefault = "0s")
        Duration skew,
    @Option("the request's fields to copy to the response; all that the response lacks if left out")
        @Nullable List<FieldPath> copy,
    @Option(
            value = "the field for the time from request to response, in ms",
            byDefault = "duration_ms")
        FieldPath durationField,
    @Option(
            value = "what happens to pending requests when their key gets another one",
            byDefault = "replace")
        RepeatRequest repeatRequest,
    @Option(value = "how many responses pair with a request", byDefault = "one")
        Responses responses,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public CorrelateStep {
    KeyedSettings.check(maxKeys);
    CorrelateOptions.check(timeout, skew, repeatRequest, responses);
    if (copy != null && copy.contains(durationField)) {
      throw new IllegalArgumentException(
          "Invalid duration-field: must be none of the copied fields but was '"
              + durationField
              + "'");
    }
  }

  @Override
  public List<String> ownOutputs() {
    return List.of(Correlate.UNMATCHED, Correlate.OTHER);
  }

  @Override
  public Demand demand() {
    return new Demand(Correlate.OTHER, "neither request nor response", List.of(request, response));
  }

  @Override
  public List<String> byProducts() {
    return List.of(Correlate.OTHER);
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    String bound =
        "freed by pairing, or once time is "
            + DurationText.of(timeout)
            + " past a request, "
            + DurationText.of(skew)
            + " past a response";
    return List.of(
        StateContract.of(
            id,
            CorrelateState.pending(EventTypeInfo.STATE),
            PendingExchanges.type(EventTypeInfo.STATE),
            bound));
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    return Correlate.on(
        events,
        exchange(context),
        new CorrelateOptions(timeout, skew, repeatRequest, responses, context.settings(maxKeys)),
        EventTypeInfo.STREAM,
        EventTypeInfo.STREAM,
        context.id());
  }

  private EventExchange exchange(StepContext context) {
    if (copy == null) {
      FieldCopy missing = FieldCopy.missing(durationField);
      return new EventExchange(request, response, null, missing, context.exactTime());
    }
    Set<FieldPath> kept = new LinkedHashSet<>(key.fields());
    kept.addAll(context.timeFields());
    kept.addAll(copy);
    return new EventExchange(
        request,
        response,
        new Select(List.copyOf(kept)),
        FieldCopy.of(copy, durationField),
        context.exactTime());
  }

  @Override
  public boolean evictsEvents() {
    return true;
  }

  @Override
  public boolean isBounded() {
    return true;
  }

  @Override
  public boolean needsTime() {
    return true;
  }
}
