// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

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
 * Calls a user's function for each event, with a state object of a user's class for the event's
 * key. The object is created when the key is first seen and saved when the function returns.
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
 * <p><b>Output:</b> what the function emits, with the timestamp of the event or timer that it was
 * called for. An event that it refuses with an {@link io.drey.operators.rule.InvalidEventException}
 * goes to {@link KeyedRuleOperator#invalid} and changes nothing.
 *
 * <p><b>Time:</b> events are handled in order of arrival. Timers in event time that are earlier
 * than an event of their key fire before it, whether the watermark has come that far or not.
 *
 * <p><b>State:</b> the object, under {@code value}: a record or POJO of types that Flink describes
 * in a savepoint, whose fields may be added and removed between versions. It expires {@code ttl}
 * after the latest event of its key: in event time exactly then, in processing time some time
 * later, by Flink's state TTL. Without a {@code ttl} it stays until the function returns null,
 * unless {@link KeyedSettings#maxKeys} caps the number of keys. Sets and maps do not preserve their
 * order.
 *
 * <p>On the heap the function gets a copy, so that a failed call leaves no partial change; a record
 * with immutable fields is not copied. The cost of a call grows with the size of its state.
 */
public final class Stateful {
  private static final Set<String> TAKEN = Set.of("main", "invalid", "evicted", "late");

  private Stateful() {}

  /**
   * Calls a function with each event and the state of its key.
   *
   * @throws IllegalArgumentException if the state type is unknown or savepoints cannot describe it,
   *     if no initial state can be created, or if the function cannot be serialized; the message
   *     says what to do
   */
  public static <K, E, S, O> SingleOutputStreamOperator<O> on(
      KeyedStream<E, K> events,
      StatefulFunction<K, E, S, O> function,
      StatefulOptions options,
      TypeInformation<O> resultType,
      String uid) {
    return on(events, function, stateType(function), options, resultType, uid);
  }

  /**
   * The same with an explicit state type, if it cannot be inferred from the function, as for a
   * lambda.
   */
  public static <K, E, S, O> SingleOutputStreamOperator<O> on(
      KeyedStream<E, K> events,
      StatefulFunction<K, E, S, O> function,
      TypeInformation<S> stateType,
      StatefulOptions options,
      TypeInformation<O> resultType,
      String uid) {
    TypeInformation<S> storable = StateType.checked(stateType);
    InitialState<S> initial = initialState(function, storable);
    checkOutputs(function);
    checkSerializable(function);
    return KeyedRuleOperator.on(
        events,
        new RunFunction<>(function, storable, initial, options),
        options.settings(),
        resultType,
        uid);
  }

  /**
   * The type of a function's state.
   *
   * @throws IllegalArgumentException if it is unknown or savepoints cannot describe it
   */
  public static <S> TypeInformation<S> stateType(StatefulFunction<?, ?, S, ?> function) {
    return StateType.of(function);
  }

  /**
   * Creates the state of new keys.
   *
   * @throws IllegalArgumentException if it cannot be created
   */
  public static <S> InitialState<S> initialState(
      StatefulFunction<?, ?, S, ?> function, TypeInformation<S> stateType) {
    return InitialState.of(function, stateType.getTypeClass());
  }

  /** Whether a function handles timers, and so may set them. */
  public static boolean hasTimers(StatefulFunction<?, ?, ?, ?> function) {
    return OverriddenMethods.of(function, "onTimer");
  }

  /**
   * Checks the names of a function's outputs.
   *
   * @throws IllegalArgumentException if two are the same, or one is the name of an output of every
   *     step
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
   * Checks that a function can be serialized.
   *
   * @throws IllegalArgumentException if it cannot
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
              + " is not serializable (hold it in a transient field, or make it serializable)",
          e);
    }
  }
}
