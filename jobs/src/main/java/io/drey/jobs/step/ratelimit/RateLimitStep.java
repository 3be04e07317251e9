// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.ratelimit;

import io.drey.jobs.option.Change;
import io.drey.jobs.option.Option;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StepContext;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.ratelimit.Algorithm;
import io.drey.operators.ratelimit.EventLimit;
import io.drey.operators.ratelimit.EventLimitOptions;
import io.drey.operators.ratelimit.EventLimits;
import io.drey.operators.ratelimit.LimitRate;
import io.drey.operators.ratelimit.RateLimitOptions;
import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Limits the events of each key, in total or per time window. */
public record RateLimitStep(
    @Option("the field or fields that make up the key; if left out, all events share one limit")
        @Nullable KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option(
            "how many events of a key may pass: a number, the field that says it of each event, or"
                + " {expression: …}")
        @Nullable LimitOption limit,
    @Option("how many events of a key may pass, by the class of the event, instead of a limit")
        @Nullable ClassesOption classes,
    @Option(
            value = "the time span the limit applies to; all time if left out",
            change = Change.BREAKS)
        @Nullable Duration per,
    @Option(
            value = "how events are counted against the limit",
            byDefault = "fixed-window",
            change = Change.BREAKS)
        Algorithm algorithm,
    @Option("with token-bucket, the capacity of the bucket, as limit; the limit if left out")
        @Nullable LimitOption burst,
    @Option("pass every event with this boolean field: true beyond the limit, else false")
        @Nullable FieldPath mark,
    @Option("with fixed-window, add this field: the event's number within its window")
        @Nullable FieldPath number,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public RateLimitStep {
    KeyedSettings.check(maxKeys);
    if (key == null) {
      Global.check(maxKeys);
    }
    if ((limit == null) == (classes == null)) {
      throw new IllegalArgumentException(
          limit == null
              ? "Missing key 'limit' (or 'classes')"
              : "Invalid classes: must be left out with a limit but was given");
    }
    if (isConstant(limit, burst)) {
      RateLimitOptions.check(
          numberOf(limit), per, algorithm, burst == null ? null : burst.number());
    } else {
      LimitOption.check("limit", limit);
      LimitOption.check("burst", burst);
      checkOfEvents(per, algorithm, burst, number);
    }
    checkNumber(number, mark, algorithm);
  }

  private static boolean isConstant(@Nullable LimitOption limit, @Nullable LimitOption burst) {
    return limit != null && limit.number() != null && (burst == null || burst.number() != null);
  }

  private static long numberOf(@Nullable LimitOption limit) {
    return limit == null || limit.number() == null ? 0 : limit.number();
  }

  private static void checkOfEvents(
      @Nullable Duration per,
      Algorithm algorithm,
      @Nullable LimitOption burst,
      @Nullable FieldPath number) {
    if (number != null) {
      throw new IllegalArgumentException(
          "Invalid number: must be left out with limits of events but was '" + number + "'");
    }
    if (burst != null && algorithm != Algorithm.TOKEN_BUCKET) {
      throw new IllegalArgumentException(
          "Invalid burst: must be left out with algorithm " + algorithm.word() + " but was given");
    }
    EventLimitOptions.check(per, algorithm);
  }

  private static void checkNumber(
      @Nullable FieldPath number, @Nullable FieldPath mark, Algorithm algorithm) {
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
    KeyedSettings settings = new KeyedSettings(time, maxKeys);
    return isConstant(limit, burst)
        ? RateLimitContracts.ofConstant(id, options(settings))
        : RateLimitContracts.ofEvents(
            id, new EventLimitOptions(per, algorithm, settings), algorithm);
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    KeyedSettings settings = context.settings(maxKeys);
    if (!isConstant(limit, burst)) {
      return attachOfEvents(events, new EventLimitOptions(per, algorithm, settings), context.id());
    }
    if (number != null) {
      return attachNumbering(number, events, options(settings), context.id());
    }
    if (mark == null) {
      return LimitRate.on(events, options(settings), context.id());
    }
    FieldPath field = mark;
    return LimitRate.marking(
        events,
        options(settings),
        (event, isLimited) -> event.with(field, isLimited),
        EventTypeInfo.STREAM,
        context.id());
  }

  private SingleOutputStreamOperator<Event> attachOfEvents(
      KeyedStream<Event, String> events, EventLimitOptions options, String uid) {
    if (mark == null) {
      return LimitRate.byEvent(events, limits(), options, uid);
    }
    FieldPath field = mark;
    return LimitRate.markingByEvent(
        events,
        limits(),
        options,
        (event, isLimited) -> event.with(field, isLimited),
        EventTypeInfo.STREAM,
        uid);
  }

  private EventLimits<Event> limits() {
    EventLimit<Event> own = classes == null ? reader(limit) : classes.reader();
    return new EventLimits<>(own, burst == null ? null : burst.reader());
  }

  private static EventLimit<Event> reader(@Nullable LimitOption limit) {
    if (limit == null) {
      throw new IllegalStateException("No limit");
    }
    return limit.reader();
  }

  private SingleOutputStreamOperator<Event> attachNumbering(
      FieldPath field, KeyedStream<Event, String> events, RateLimitOptions options, String uid) {
    if (mark == null) {
      return LimitRate.numbering(
          events, options, (event, n) -> event.with(field, n), EventTypeInfo.STREAM, uid);
    }
    FieldPath limited = mark;
    long most = options.limit();
    return LimitRate.numberingAll(
        events,
        options,
        (event, n) -> event.with(limited, n > most).with(field, n),
        EventTypeInfo.STREAM,
        uid);
  }

  private RateLimitOptions options(KeyedSettings settings) {
    Long capacity = burst == null ? null : burst.number();
    return new RateLimitOptions(numberOf(limit), per, algorithm, capacity, settings);
  }

  @Override
  public List<String> byProducts() {
    return ownOutputs();
  }

  @Override
  public boolean isBounded() {
    return key == null || per != null;
  }

  @Override
  public boolean needsTime() {
    return per != null;
  }
}
