// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.CoMapFunction;
import org.apache.flink.util.Collector;

/** Functions of a user's, most of them with a mistake. */
final class Logins {
  private Logins() {}

  /** An event. */
  public record Login(String user, int number) {}

  /** Correct: the count is in keyed state. */
  static final class Counted extends KeyedProcessFunction<String, Login, String> {
    private transient ValueState<Integer> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Integer.class));
    }

    @Override
    public void processElement(Login login, Context context, Collector<String> out)
        throws Exception {
      count.update(Objects.requireNonNullElse(count.value(), 0) + 1);
      out.collect(login.user() + ": " + count.value());
    }
  }

  /** The same for texts. */
  static final class CountedTexts extends KeyedProcessFunction<String, String, String> {
    private transient ValueState<Integer> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Integer.class));
    }

    @Override
    public void processElement(String text, Context context, Collector<String> out)
        throws Exception {
      count.update(Objects.requireNonNullElse(count.value(), 0) + 1);
      out.collect(context.getCurrentKey() + ": " + count.value());
    }
  }

  /** What is in a field is lost by a restore. */
  static final class CountedInField extends KeyedProcessFunction<String, Login, String> {
    private final Map<String, Integer> counts = new HashMap<>();

    @Override
    public void processElement(Login login, Context context, Collector<String> out) {
      out.collect(login.user() + ": " + counts.merge(login.user(), 1, Integer::sum));
    }
  }

  /** A field is shared by the keys of a subtask. */
  static final class CountedOfAllKeys extends KeyedProcessFunction<String, Login, String> {
    private int count;

    @Override
    public void processElement(Login login, Context context, Collector<String> out) {
      out.collect(login.user() + ": " + ++count);
    }
  }

  /** Time is that of the last watermark, however far back that is. */
  static final class WithWatermark extends KeyedProcessFunction<String, Login, String> {
    @Override
    public void processElement(Login login, Context context, Collector<String> out) {
      out.collect(login.user() + ": " + context.timerService().currentWatermark());
    }
  }

  /** Which of a user's logins is the first depends on their order. */
  static final class First extends KeyedProcessFunction<String, Login, String> {
    private transient ValueState<Boolean> seen;

    @Override
    public void open(OpenContext context) {
      seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Boolean.class));
    }

    @Override
    public void processElement(Login login, Context context, Collector<String> out)
        throws Exception {
      if (seen.value() == null) {
        seen.update(true);
        out.collect(login.toString());
      }
    }
  }

  /** A timer in processing time is left at the end of input. */
  static final class WithTimer extends KeyedProcessFunction<String, Login, String> {
    @Override
    public void processElement(Login login, Context context, Collector<String> out) {
      context.timerService().registerProcessingTimeTimer(Long.MAX_VALUE);
    }
  }

  /** Changes its input. */
  static final class Mutating extends KeyedProcessFunction<String, Mutable, Integer> {
    @Override
    public void processElement(Mutable event, Context context, Collector<Integer> out) {
      out.collect(++event.count);
    }
  }

  /** A mutable event. */
  public static final class Mutable {
    public int count;
  }

  /** Emits what has no text. */
  static final class Opaque extends KeyedProcessFunction<String, Login, Unnamed> {
    @Override
    public void processElement(Login login, Context context, Collector<Unnamed> out) {
      out.collect(new Unnamed());
    }
  }

  /** A result without a text of its own. */
  public static final class Unnamed {
    public int count;
  }

  /** Two inputs. */
  static final class Joined implements CoMapFunction<Login, Login, Login> {
    @Override
    public Login map1(Login login) {
      return login;
    }

    @Override
    public Login map2(Login login) {
      return login;
    }
  }
}
