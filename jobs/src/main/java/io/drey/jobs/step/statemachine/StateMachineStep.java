// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.statemachine;

import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StepContext;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.event.time.InstantText;
import io.drey.operators.statemachine.DefinitionProblem;
import io.drey.operators.statemachine.Emit;
import io.drey.operators.statemachine.InvalidDefinitionException;
import io.drey.operators.statemachine.OnViolation;
import io.drey.operators.statemachine.StateMachine;
import io.drey.operators.statemachine.StateMachineDefinition;
import io.drey.operators.statemachine.StateMachineOptions;
import io.drey.operators.statemachine.StateMachineResults;
import io.drey.operators.statemachine.StateMachineState;
import io.drey.operators.statemachine.TimeoutRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Runs a state machine for each key and reports violations. */
public record StateMachineStep(
    @Option("the field or fields that make up the key") KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("the field whose value is the event's symbol, or {expression: …}") SymbolOption symbol,
    @Option("the state in which each key starts") String initial,
    @Option("the next state for each state and symbol: {STATE: {SYMBOL: STATE}}")
        Map<String, Map<String, String>> transitions,
    @Option(
            value = "symbols to ignore in states that have no transition for them",
            byDefault = "[]")
        List<String> ignore,
    @Option(value = "the states in which the machine ends", byDefault = "[]") List<String> terminal,
    @Option(value = "the states that time out: {STATE: {after: 30s, to: STATE}}", byDefault = "{}")
        Map<String, StateTimeoutOption> timeouts,
    @Option(
            value = "whether a violation leaves the state as it is or resets it to initial",
            byDefault = "stay")
        OnViolation onViolation,
    @Option(value = "the field for the state after the event", byDefault = "connection_state")
        FieldPath stateField,
    @Option(value = "the boolean field that marks a violation", byDefault = "protocol_error")
        FieldPath errorField,
    @Option(value = "which events the main output emits", byDefault = "all") Emit emit,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public StateMachineStep {
    checkField("error-field", errorField, List.of(stateField.text(), MarkState.EXPECTED));
    checkField("state-field", stateField, List.of(MarkState.EXPECTED));
    try {
      StateMachineDefinition.check(initial, transitions, ignore, terminal, rules(timeouts));
    } catch (InvalidDefinitionException e) {
      throw new InvalidOptionsException(problems(e.problems()), e);
    }
  }

  private static void checkField(String name, FieldPath field, List<String> others) {
    if (others.contains(field.text())) {
      throw new IllegalArgumentException(
          "Invalid " + name + ": must be a field of its own but was '" + field + "'");
    }
  }

  private static List<OptionProblem> problems(List<DefinitionProblem> problems) {
    return problems.stream()
        .map(problem -> new OptionProblem(problem.path(), problem.message()))
        .toList();
  }

  @Override
  public StateMachineDefinition stateMachine() {
    return definition();
  }

  private StateMachineDefinition definition() {
    return new StateMachineDefinition(
        initial, transitions, ignore, terminal, rules(timeouts), onViolation);
  }

  private static Map<String, TimeoutRule> rules(Map<String, StateTimeoutOption> timeouts) {
    Map<String, TimeoutRule> rules = new LinkedHashMap<>();
    timeouts.forEach((state, option) -> rules.put(state, option.rule()));
    return rules;
  }

  @Override
  public List<OptionProblem> warnings() {
    return problems(definition().warnings());
  }

  @Override
  public List<String> ownOutputs() {
    return List.of(StateMachine.VIOLATIONS, StateMachine.TIMEOUTS);
  }

  @Override
  public List<String> byProducts() {
    return ownOutputs();
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    return List.of(
        StateContract.of(
            id,
            StateMachineState.machineState(),
            StateMachineState.MACHINE_STATE,
            isBounded()
                ? "freed once its machine ends or runs out"
                : "freed once its machine ends"));
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    StateMachineDefinition definition = definition();
    KeyPaths paths = key;
    StateMachineResults<String, Event, Event, Event> results =
        new StateMachineResults<>(
            new MarkState(stateField, errorField, definition),
            EventTypeInfo.STREAM,
            (key, from, to, at) -> timeout(paths, key, from, to, at),
            EventTypeInfo.STREAM);
    return StateMachine.on(
        events,
        symbol.reader(definition.symbols()),
        results,
        new StateMachineOptions(definition, emit, context.settings(maxKeys)),
        context.id());
  }

  private static Event timeout(KeyPaths paths, String key, String from, String to, long at) {
    return paths
        .putInto(new EventWriter(128), key)
        .put("from", from)
        .put("to", to)
        .put("at", InstantText.ofMillis(at))
        .put("reason", "timeout")
        .event();
  }

  @Override
  public boolean isBounded() {
    return definition().isBounded();
  }

  @Override
  public boolean needsTime() {
    return !timeouts.isEmpty();
  }
}
