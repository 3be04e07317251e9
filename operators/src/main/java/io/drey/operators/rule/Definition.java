// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.JsonStrings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;

/**
 * What the state of a keyed operator is of use for: the key under which it is found, and the
 * options by which it is written. It is in every savepoint; an operator refuses to restore the
 * state of another definition.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<Login> first = Deduplicate.on(logins, options, "first-login");
 * Definition.ofKey(List.of("user")).of("first-login", logins.getExecutionEnvironment());
 * }</pre>
 *
 * @param entries {@value #KEY}, and each option behind {@value #BREAKS} or {@value #RESTARTS}, with
 *     its value
 * @param mayChange whether the state of another definition is restored all the same
 */
public record Definition(TreeMap<String, String> entries, boolean mayChange)
    implements Serializable {
  /** The entry of the fields that make up the key: a JSON array of their names, in order. */
  public static final String KEY = "key";

  /** Before the name of an option without whose value the state means nothing. */
  public static final String BREAKS = "breaks/";

  /** Before the name of an option whose change lets what is open begin anew. */
  public static final String RESTARTS = "restarts/";

  /** The definition of an operator with a key; without fields, all events share one. */
  public static Definition ofKey(List<String> fields) {
    String json =
        fields.stream()
            .map(field -> new String(JsonStrings.quoted(field), UTF_8))
            .collect(Collectors.joining(",", "[", "]"));
    return new Definition(new TreeMap<>(Map.of(KEY, json)), false);
  }

  /**
   * The same with one more option.
   *
   * @param kind {@value #BREAKS} or {@value #RESTARTS}
   */
  public Definition with(String kind, String option, String value) {
    TreeMap<String, String> more = new TreeMap<>(entries);
    more.put(kind + option, value);
    return new Definition(more, mayChange);
  }

  /** The same with more options, by name. */
  public Definition with(String kind, Map<String, String> options) {
    TreeMap<String, String> more = new TreeMap<>(entries);
    options.forEach((option, value) -> more.put(kind + option, value));
    return new Definition(more, mayChange);
  }

  /** The same for an operator that restores the state of another definition all the same. */
  public Definition allowingChange() {
    return new Definition(entries, true);
  }

  /** Gives an operator of a job its definition. */
  public void of(String uid, StreamExecutionEnvironment env) {
    MeasuredOperator<?, ?, ?> operator =
        env.getTransformations().stream()
            .filter(one -> uid.equals(one.getUid()))
            .map(Definition::operator)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("Unknown uid: '" + uid + "' of no operator"));
    operator.define(this);
  }

  private static MeasuredOperator<?, ?, ?> operator(Transformation<?> transformation) {
    if (transformation instanceof OneInputTransformation<?, ?> one
        && one.getOperatorFactory() instanceof SimpleOperatorFactory<?> simple
        && simple.getOperator() instanceof MeasuredOperator<?, ?, ?> operator) {
      return operator;
    }
    throw new IllegalArgumentException(
        "Invalid uid: must be of a keyed operator but was '" + transformation.getUid() + "'");
  }

  /**
   * What a recorded definition has that makes its state useless to this one, such as {@code key:
   * ["a"] became ["b"]}.
   */
  public static List<String> broken(Map<String, String> recorded, Map<String, String> now) {
    List<String> broken = new ArrayList<>();
    recorded.forEach(
        (entry, value) -> {
          if (!entry.startsWith(RESTARTS)) {
            addIfChanged(entry, value, now, broken);
          }
        });
    return broken;
  }

  /** The other options that have changed. */
  public static List<String> restarted(Map<String, String> recorded, Map<String, String> now) {
    List<String> restarted = new ArrayList<>();
    recorded.forEach(
        (entry, value) -> {
          if (entry.startsWith(RESTARTS)) {
            addIfChanged(entry, value, now, restarted);
          }
        });
    return restarted;
  }

  /** An option that one side does not know was there or came with another version. */
  private static void addIfChanged(
      String entry, String value, Map<String, String> now, Collection<String> changes) {
    String other = now.getOrDefault(entry, value);
    if (!other.equals(value)) {
      String option = entry.substring(entry.indexOf('/') + 1);
      changes.add(option + ": " + value + " became " + other);
    }
  }

  /**
   * Records this definition in an operator's state.
   *
   * @throws ChangedDefinitionException if another one is recorded there, and may not change
   */
  void recordIn(OperatorStateStore store, String uid) throws Exception {
    BroadcastState<String, String> state = store.getBroadcastState(DefinitionState.definition());
    TreeMap<String, String> recorded = new TreeMap<>();
    state.immutableEntries().forEach(entry -> recorded.put(entry.getKey(), entry.getValue()));
    List<String> broken = broken(recorded, entries);
    if (!broken.isEmpty() && !mayChange) {
      throw new ChangedDefinitionException(uid, broken);
    }
    state.clear();
    state.putAll(entries);
  }
}
