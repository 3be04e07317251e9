// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Checks that an operator's answer depends on its events alone.
 *
 * <pre>{@code
 * Sameness.of(type, events -> Deduplicate.on(events.keyBy(...), options, "first"))
 *     .outOfOrderness(500)
 *     .check(input);
 * }</pre>
 */
public final class Sameness<T> {
  /** How many times the out-of-orderness of an input may be what is declared. */
  private static final int EXCESS = 3;

  private final List<Stage> stages;
  private final long outOfOrderness;
  private final boolean freesState;

  private Sameness(List<Stage> stages, long outOfOrderness, boolean freesState) {
    this.stages = stages;
    this.outOfOrderness = outOfOrderness;
    this.freesState = freesState;
  }

  /**
   * A kit for one operator, or several in a row.
   *
   * @param subject attaches operators to a stream, by their public entries
   */
  public static <T> Sameness<T> of(
      TypeInformation<T> type, Function<DataStream<T>, DataStream<?>> subject) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<T> source = env.fromSequence(0, 0).map(unused -> (T) null).returns(type);
    return new Sameness<>(Stage.of(subject.apply(source)), 0, false);
  }

  /** The same for inputs in which an event may be this far (ms) behind the latest before it. */
  public Sameness<T> outOfOrderness(long millis) {
    return new Sameness<>(stages, millis, freesState);
  }

  /** The same, checking on the heap that no state is left at the end of input. */
  public Sameness<T> freeingState() {
    return new Sameness<>(stages, outOfOrderness, true);
  }

  /** What the plainest run emits: {@code output value @ time}, in the order of emission. */
  public List<String> run(List<Timed<T>> input) throws Exception {
    return run(input, Variation.PLAIN);
  }

  /** The same with a watermark behind every event. */
  public List<String> runWithWatermarks(List<Timed<T>> input) throws Exception {
    return run(input, Variation.EAGER);
  }

  /**
   * Runs the input in every way and compares; timers must be gone after each. Then does so again as
   * if less out-of-orderness were declared than the input has: whether the events that are late
   * then are handled or not, the answer must be one. As from one reader, the watermark that an
   * event is behind comes before it.
   */
  public void check(List<Timed<T>> input) throws Exception {
    checkWithin(input);
    Sameness<T> exceeded = outOfOrderness(outOfOrderness / EXCESS);
    if (!Lateness.late(exceeded.outOfOrderness, input).isEmpty()) {
      exceeded.check(input, Variation.ofLateEvents());
    }
  }

  /** The same for the declared out-of-orderness only. */
  public void checkWithin(List<Timed<T>> input) throws Exception {
    check(input, Variation.all());
  }

  private void check(List<Timed<T>> input, List<Variation> variations) throws Exception {
    List<String> expected = run(input);
    for (Variation variation : variations) {
      assertThat(run(input, variation))
          .as("%s, out-of-orderness %s", variation, outOfOrderness)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** What a run of some other way emits. */
  public List<String> run(List<Timed<T>> input, Variation variation) throws Exception {
    try (Trial trial = new Trial(stages, variation, outOfOrderness)) {
      for (Timed<T> event : input) {
        trial.process(event.value(), event.time());
      }
      List<String> records = trial.finish();
      if (freesState && variation.isOnHeap()) {
        assertThat(trial.stateEntries()).as("state left, %s", variation).isZero();
      }
      return records;
    }
  }
}
