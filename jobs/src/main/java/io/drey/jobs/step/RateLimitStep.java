// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.option.Option;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.ratelimit.Algorithm;
import io.drey.operators.ratelimit.LimitRate;
import io.drey.operators.ratelimit.RateLimitOptions;
import io.drey.operators.ratelimit.RateLimitState;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Limits the events of each key, in total or per time window. */
public record RateLimitStep(
    @Option("the field or fields that make up the key") KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("how many events of a key may pass") long limit,
    @Option("the time span the limit applies to; all time if left out") @Nullable Duration per,
    @Option(value = "how events are counted against the limit", byDefault = "fixed-window")
        Algorithm algorithm,
    @Option("with token-bucket, the capacity of the bucket; the limit if left out")
        @Nullable Long burst,
    @Option("pass every event with this boolean field: true beyond the limit, else false")
        @Nullable FieldPath mark,
    @Option("with fixed-window, add this field: the event's number within its window")
        @Nullable FieldPath number,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public RateLimitStep {
    KeyedSettings.check(maxKeys);
    RateLimitOptions.check(limit, per, algorithm, burst);
    if (number != null && algorithm != Algorithm.FIXED_WINDOW) {
      throw new IllegalArgumentException(
          "Invalid number: must be left out with algorithm "
              + algorithm.word()
              + " but was '"
              + number
              + "'");
    }
    if (number != null && number.equals(mark)) {
      throw new IllegalArgumentException(
          "Invalid number: must be another field than mark but was '" + number + "'");
    }
  }

  @Override
  public List<String> ownOutputs() {
    return List.of(LimitRate.LIMITED);
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    RateLimitOptions options = options(new KeyedSettings(time, maxKeys));
    if (per == null) {
      return List.of(StateContract.of(id, RateLimitState.count(), Types.LONG, "never freed"));
    }
    return switch (algorithm) {
      case FIXED_WINDOW ->
          List.of(
              StateContract.of(
                  id,
                  RateLimitState.window(options),
                  RateLimitState.WINDOW,
                  "freed once time is past the window"));
      case SLIDING_WINDOW -> times(id, options, DurationText.of(per));
      case TOKEN_BUCKET ->
          List.of(
              StateContract.of(
                  id,
                  RateLimitState.bucket(options),
                  RateLimitState.BUCKET,
                  "freed once it is full again"));
    };
  }

  private static List<StateContract> times(String id, RateLimitOptions options, String per) {
    return List.of(
        StateContract.of(
            id,
            RateLimitState.passedTimes(options),
            RateLimitState.PASSED_TIMES,
            "freed once time is " + per + " past the last"),
        StateContract.of(
            id,
            RateLimitState.earlierTimes(options),
            RateLimitState.TIMES,
            "freed with passed-times, or once time is " + per + " past them"));
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    RateLimitOptions options = options(context.settings(maxKeys));
    if (number != null) {
      return attachNumbering(number, events, options, context.id());
    }
    if (mark == null) {
      return LimitRate.on(events, options, context.id());
    }
    FieldPath field = mark;
    return LimitRate.marking(
        events,
        options,
        (event, isLimited) -> event.with(field, isLimited),
        EventTypeInfo.STREAM,
        context.id());
  }

  private SingleOutputStreamOperator<Event> attachNumbering(
      FieldPath field, KeyedStream<Event, String> events, RateLimitOptions options, String uid) {
    if (mark == null) {
      return LimitRate.numbering(
          events, options, (event, n) -> event.with(field, n), EventTypeInfo.STREAM, uid);
    }
    FieldPath limited = mark;
    long most = limit;
    return LimitRate.numberingAll(
        events,
        options,
        (event, n) -> event.with(limited, n > most).with(field, n),
        EventTypeInfo.STREAM,
        uid);
  }

  private RateLimitOptions options(KeyedSettings settings) {
    return new RateLimitOptions(limit, per, algorithm, burst, settings);
  }

  @Override
  public List<String> byProducts() {
    return ownOutputs();
  }

  @Override
  public boolean isBounded() {
    return per != null;
  }

  @Override
  public boolean needsTime() {
    return per != null;
  }
}
