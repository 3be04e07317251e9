package io.drey.operators.stateful;

import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.KeyedSettings;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.OutputTag;

/**
 * Keeps an object of a class of the user's for every key, and calls a function with it for each of
 * the key's events. The object is made when the key is first seen and saved when the function
 * returns.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<Count> counts =
 *     Stateful.on(
 *         logins.keyBy(Login::user),
 *         new UniqueIps(),
 *         StatefulOptions.within(Duration.ofDays(30)),
 *         TypeInformation.of(Count.class),
 *         "unique-ips");
 * }</pre>
 *
 * <p><b>Output:</b> what the function emits, with the time of the event or the instant of the timer
 * that it was called for. An event it refuses with an {@link
 * io.drey.operators.rule.InvalidEventException} leaves by {@link KeyedRuleOperator#invalid}, and
 * changes nothing.
 *
 * <p><b>Time:</b> events are handled in the order of arrival. Timers in event time that are earlier
 * than an event of their key are handled before it, whether the watermark has come that far or not.
 *
 * <p><b>State:</b> the object, under {@code value}: a record or POJO of types that Flink describes
 * in a savepoint, whose fields may come and go between versions. It is forgotten once time is
 * {@code ttl} past the latest event of its key: in event time exactly then, in processing time some
 * time after, by Flink's state TTL. Without a {@code ttl} it is kept until the function returns
 * null, unless {@link KeyedSettings#maxKeys} caps the number of keys. Sets and maps do not keep
 * their order.
 *
 * <p>On the heap the function is handed a copy, so that what a failing call has half changed is not
 * seen again; a record of immutable fields is not copied. A call costs as much as its state is
 * large.
 */
public final class Stateful {
  private static final Set<String> TAKEN = Set.of("main", "invalid", "evicted", "late");

  private Stateful() {}

  /**
   * Calls a function with each event and the state of its key.
   *
   * @throws IllegalArgumentException if the state's type is not known or none that savepoints
   *     describe, if there is no way to make the first of it, or if the function cannot be
   *     serialized; the message says what to do
   */
  public static <K, E, S, O> SingleOutputStreamOperator<O> on(
      KeyedStream<E, K> events,
      StatefulFunction<K, E, S, O> function,
      StatefulOptions options,
      TypeInformation<O> resultType,
      String uid) {
    return on(events, function, stateType(function), options, resultType, uid);
  }

  /** The same with a type of state that cannot be found from the function, as of a lambda. */
  public static <K, E, S, O> SingleOutputStreamOperator<O> on(
      KeyedStream<E, K> events,
      StatefulFunction<K, E, S, O> function,
      TypeInformation<S> stateType,
      StatefulOptions options,
      TypeInformation<O> resultType,
      String uid) {
    TypeInformation<S> kept = StateType.checked(stateType);
    InitialState<S> initial = initialState(function, kept);
    checkOutputs(function);
    checkSerializable(function);
    return KeyedRuleOperator.on(
        events,
        new RunFunction<>(function, kept, initial, options),
        options.settings(),
        resultType,
        uid);
  }

  /**
   * The type that a function's state is kept with.
   *
   * @throws IllegalArgumentException if it is not known or none that savepoints describe
   */
  public static <S> TypeInformation<S> stateType(StatefulFunction<?, ?, S, ?> function) {
    return StateType.of(function);
  }

  /**
   * What makes the state of new keys.
   *
   * @throws IllegalArgumentException if there is no way to make it
   */
  public static <S> InitialState<S> initialState(
      StatefulFunction<?, ?, S, ?> function, TypeInformation<S> stateType) {
    return InitialState.of(function, stateType.getTypeClass());
  }

  /** Whether a function handles timers, and may set some. */
  public static boolean hasTimers(StatefulFunction<?, ?, ?, ?> function) {
    return OverriddenMethods.of(function, "onTimer");
  }

  /**
   * Checks the names of a function's outputs.
   *
   * @throws IllegalArgumentException if two are the same, or one is that of an output of every step
   */
  public static void checkOutputs(StatefulFunction<?, ?, ?, ?> function) {
    List<String> names = function.outputs().stream().map(OutputTag::getId).toList();
    for (String name : names) {
      if (TAKEN.contains(name)) {
        throw new IllegalArgumentException(
            "Invalid output: must differ from those of every step but was " + name);
      }
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "Invalid outputs: must differ but were " + String.join(", ", names));
    }
  }

  /**
   * Checks that a function can be sent to where it runs.
   *
   * @throws IllegalArgumentException if it can't
   */
  public static void checkSerializable(StatefulFunction<?, ?, ?, ?> function) {
    try {
      InstantiationUtil.serializeObject(function);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot serialize "
              + function.getClass().getName()
              + ": "
              + e.getMessage()
              + " is not serializable (hold it in a transient field, or make it so)",
          e);
    }
  }
}
