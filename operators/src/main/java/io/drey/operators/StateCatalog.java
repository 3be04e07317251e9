// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators;

import io.drey.operators.aggregate.AggregateState;
import io.drey.operators.batch.BatchState;
import io.drey.operators.correlate.CorrelateState;
import io.drey.operators.deduplicate.DeduplicateState;
import io.drey.operators.gaps.DetectGapsState;
import io.drey.operators.kv.KvState;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import io.drey.operators.order.OrderByTimeState;
import io.drey.operators.ratelimit.RateLimitState;
import io.drey.operators.rule.DefinitionState;
import io.drey.operators.rule.RecencyState;
import io.drey.operators.script.ScriptState;
import io.drey.operators.sequence.SequenceState;
import io.drey.operators.sessionize.SessionizeState;
import io.drey.operators.stateful.StatefulState;
import io.drey.operators.statemachine.StateMachineState;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.StateDescriptor;

/** All classes that declare states of operators, and the records that these hold. */
public final class StateCatalog {
  /** Declares the states that any keyed operator may have. */
  public static final Class<?> COMMON = RecencyState.class;

  private static final List<Class<?>> CLASSES =
      List.of(
          AggregateState.class,
          BatchState.class,
          CorrelateState.class,
          DeduplicateState.class,
          DefinitionState.class,
          DetectGapsState.class,
          KvState.class,
          OrderByTimeState.class,
          RateLimitState.class,
          RecencyState.class,
          ScriptState.class,
          SequenceState.class,
          SessionizeState.class,
          StateMachineState.class,
          StatefulState.class);

  private StateCatalog() {}

  /** The classes whose static methods return the descriptors of states. */
  public static List<Class<?>> classes() {
    return CLASSES;
  }

  /** The records in these states, also within one another, in lists and in maps. */
  public static Set<Class<?>> records() {
    Set<Class<?>> records = new LinkedHashSet<>();
    for (Class<?> states : CLASSES) {
      for (Method method : states.getDeclaredMethods()) {
        if (StateDescriptor.class.isAssignableFrom(method.getReturnType())) {
          collect(method.getGenericReturnType(), records);
        }
      }
    }
    return records;
  }

  private static void collect(Type type, Set<Class<?>> records) {
    if (type instanceof ParameterizedType parameterized) {
      collect(parameterized.getRawType(), records);
      for (Type argument : parameterized.getActualTypeArguments()) {
        collect(argument, records);
      }
    } else if (type instanceof Class<?> found && found.isRecord() && records.add(found)) {
      for (RecordComponent component : found.getRecordComponents()) {
        collect(component.getGenericType(), records);
      }
    }
  }

  /** What the components of a record stand for, by name; components that say nothing are absent. */
  public static Map<String, Meaning> meanings(Class<?> type) {
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Means means = component.getAnnotation(Means.class);
      if (means != null) {
        meanings.put(component.getName(), means.value());
      }
    }
    return meanings;
  }
}
