// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.stateful.Context;
import io.drey.operators.stateful.StatefulFunction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Functions that pipeline files of tests name, right ones and wrong ones. */
public final class TestingFunctions {
  private TestingFunctions() {}

  /** Never comes back from its first event, of which the file {@code blocked} tells. */
  public static final class Blocking implements StatefulFunction<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public Values onEvent(Event event, Values seen, Context<String, Event> ctx) throws Exception {
      Files.createFile(Path.of("blocked"));
      new CountDownLatch(1).await();
      return seen;
    }
  }

  /**
   * Passes events on, but fails at the event that carries the file {@code failed}, if there is
   * none.
   */
  public static final class FailingOnce implements StatefulFunction<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public Values onEvent(Event event, Values seen, Context<String, Event> ctx) throws Exception {
      String once = event.text(FieldPath.of("failed"));
      if (once != null && Files.notExists(Path.of(once))) {
        Files.createFile(Path.of(once));
        throw new IllegalStateException("On purpose");
      }
      ctx.emit(event);
      return seen;
    }
  }

  /** The values of a key. */
  public static final class Values {
    public Set<String> values = new HashSet<>();
  }

  /** Adds to an event how many values of a field its key has had; repeated ones leave aside. */
  public static final class CountValues implements StatefulFunction<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    private static final OutputTag<Event> REPEATED =
        new OutputTag<>("repeated", EventTypeInfo.STREAM);

    private final FieldPath field;

    /** Takes the name of the field. */
    public CountValues(Map<String, String> options) {
      field = FieldPath.of(Objects.requireNonNull(options.get("field")));
    }

    @Override
    public Values onEvent(Event event, Values seen, Context<String, Event> ctx) {
      String value = event.text(field);
      if (value != null && seen.values.add(value)) {
        ctx.emit(event.with("unique", seen.values.size()));
      } else {
        ctx.output(REPEATED, event);
      }
      return seen;
    }

    @Override
    public List<OutputTag<?>> outputs() {
      return List.of(REPEATED);
    }
  }

  /** An order as Jackson reads it; other fields are left out. */
  public record Order(
      Instant at, @Nullable String item, BigDecimal price, Map<String, Object> more) {}

  /** The sum of a key. */
  public record Sum(BigDecimal total) {}

  /** Adds prices up and tells the sum a while after the first. */
  public static final class SumLater
      implements StatefulFunction<String, Order, Sum, Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    /** How long after. */
    public record Delay(Duration after) implements Serializable {}

    private final Delay delay;

    public SumLater(Delay delay) {
      this.delay = delay;
    }

    @Override
    public Sum initialState() {
      return new Sum(BigDecimal.ZERO);
    }

    @Override
    public Sum onEvent(Order order, Sum sum, Context<String, Map<String, Object>> ctx) {
      if (sum.total().signum() == 0) {
        ctx.timers().setEventTime(ctx.time() + delay.after().toMillis());
      }
      return new Sum(sum.total().add(order.price()));
    }

    @Override
    public @Nullable Sum onTimer(long at, Sum sum, Context<String, Map<String, Object>> ctx) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("key", ctx.key());
      result.put("at", Instant.ofEpochMilli(at));
      result.put("total", sum.total());
      ctx.emit(result);
      return null;
    }
  }

  /** Throws where an event says so: at once, or by a timer. */
  public static final class Failing implements StatefulFunction<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public Values onEvent(Event event, Values state, Context<String, Event> ctx) {
      if ("event".equals(event.text(FieldPath.of("boom")))) {
        throw new IllegalArgumentException("no such table");
      }
      ctx.timers().setEventTime(ctx.time() + 1);
      return state;
    }

    @Override
    public Values onTimer(long at, Values state, Context<String, Event> ctx) {
      throw new InvalidEventException("no such event");
    }
  }

  /** Passes events on. */
  public abstract static class Passing<K, E, S, O> implements StatefulFunction<K, E, S, O> {
    private static final long serialVersionUID = 1L;

    @Override
    public S onEvent(E event, S state, Context<K, O> ctx) {
      return state;
    }
  }

  /** Emits what is no object. */
  public static final class Emitting extends Passing<String, Event, Values, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Values onEvent(Event event, Values state, Context<String, Integer> ctx) {
      ctx.emit(7);
      return state;
    }
  }

  /** Can be made without options. */
  public static final class Plain extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;
  }

  static final class Hidden extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;
  }

  public static final class NumberKeys extends Passing<Long, Event, Values, Event> {
    private static final long serialVersionUID = 1L;
  }

  @SuppressWarnings("rawtypes") // that is the mistake
  public static final class Raw extends Passing {
    private static final long serialVersionUID = 1L;
  }

  public static final class NoConstructor extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    NoConstructor() {}
  }

  public static final class Throwing extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    public Throwing() {
      throw new IllegalStateException("no such table");
    }
  }

  /** Takes options that check themselves. */
  public static final class Choosy extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    /** What it takes. */
    public record Options(int threshold, List<Integer> levels, Duration pause) {
      public Options {
        if (threshold < 1) {
          throw new IllegalArgumentException(
              "Invalid threshold: must be at least 1 but was " + threshold);
        }
      }
    }

    public Choosy(Options options) {
      if (options.threshold() > 100) {
        throw new IllegalArgumentException("no threshold is that large");
      }
    }
  }

  /** Has a state that only Kryo could keep. */
  public static final class Unkeepable extends Passing<String, Event, Unkeepable.State, Event> {
    private static final long serialVersionUID = 1L;

    public record State(Optional<String> name) {}
  }

  public static final class Stateless extends Passing<String, Event, Sum, Event> {
    private static final long serialVersionUID = 1L;
  }

  public static final class Unsendable extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("UnusedVariable") // that is the mistake
    private final Object lock = new Object();
  }

  /** Takes events that Jackson cannot make. */
  public static final class Unreadable extends Passing<String, Runnable, Values, Event> {
    private static final long serialVersionUID = 1L;
  }

  /** Has an output that no file could name. */
  public static final class Misnamed extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<OutputTag<?>> outputs() {
      return List.of(new OutputTag<>("New.Ones", EventTypeInfo.STREAM));
    }
  }

  /** Has an output that every step has. */
  public static final class Misusing extends Passing<String, Event, Values, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<OutputTag<?>> outputs() {
      return List.of(new OutputTag<>("late", EventTypeInfo.STREAM));
    }
  }
}
