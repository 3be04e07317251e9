// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.ScriptPlace;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.statemachine.StateMachineDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** A step of a pipeline file; its options are the record's components. */
public interface Step {
  /** The named outputs besides the main one. */
  default List<String> outputs() {
    return List.of();
  }

  /** The state of its operators, without running anything. */
  default List<StateContract> state(String id, TimeDomain time) {
    return List.of();
  }

  /** Attaches its operators to a stream. */
  NamedStreams apply(DataStream<Event> input, StepContext context);

  /**
   * What is questionable in its options; {@code validate} warns about it at its place in the file.
   */
  default List<OptionProblem> warnings() {
    return List.of();
  }

  /** What became of the values that it skipped, and the cure; null if they are those of fields. */
  default @Nullable String skipped(long values) {
    return null;
  }

  /**
   * The fields from which it takes numbers, by the names under which it counts values that are
   * none.
   */
  default Map<String, FieldPath> numbers() {
    return Map.of();
  }

  /**
   * Checks that what it reads is there. Called where the job is started, just before.
   *
   * @throws IOException if it is not; the message names the step
   */
  default void prepare(String id) throws IOException {}

  /** The files that are part of the job, each with its size; none for most steps. */
  default List<String> files() {
    return List.of();
  }

  /** Why no event of a run may have found what the step looks up, of which this was the first. */
  default @Nullable String unmatched(Event first) {
    return null;
  }

  /** The named outputs that are usually discarded: there is no warning if nothing reads them. */
  default List<String> byProducts() {
    return List.of();
  }

  /** What it demands of events by expressions; null if nothing. */
  default @Nullable Demand demand() {
    return null;
  }

  /** Why the step has asked for the end of a local run; null if it has not. */
  default @Nullable String endOfRun() {
    return null;
  }

  /** Where its script asks for the origin of events, which then carry it; null if it does not. */
  default @Nullable ScriptPlace originUse() {
    return null;
  }

  /** Whether it may ask for the end of the run, which only a local run grants. */
  default boolean mayEndRun() {
    return false;
  }

  /** The step as one with state; null for a stateless one. */
  default @Nullable StatefulStep stateful() {
    return null;
  }

  /** The state machine that it runs for each key, to be drawn; null if it runs none. */
  default @Nullable StateMachineDefinition stateMachine() {
    return null;
  }
}
