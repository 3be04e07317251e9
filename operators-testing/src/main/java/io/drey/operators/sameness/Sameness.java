// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Checks that the results of an operator depend on its events alone: neither on parallelism, the
 * cadence of watermarks and the state backend, nor on restores.
 *
 * <pre>{@code
 * Sameness.of(Login.class, logins -> logins.keyBy(Login::user).process(new FirstLogin()))
 *     .outOfOrderness(Duration.ofSeconds(5))
 *     .check(events);
 * }</pre>
 *
 * <p>Results are compared by their {@code toString()}, output, and timestamp, in any order.
 *
 * @param <T> events; those of a type that Flink copies are copied for each run
 */
public final class Sameness<T> {
  /** How many times the out-of-orderness of an input may be what is declared. */
  private static final int EXCESS = 3;

  private final TypeSerializer<T> serializer;
  private final List<Stage> stages;
  private final Terms terms;

  private Sameness(TypeSerializer<T> serializer, List<Stage> stages, Terms terms) {
    this.serializer = serializer;
    this.stages = stages;
    this.terms = terms;
  }

  /**
   * A kit for one operator, or several in a row.
   *
   * @param subject attaches operators of one input each to a stream; where streams are united,
   *     those of the longest way are run
   * @throws IllegalArgumentException if there is something else between the two streams
   */
  public static <T> Sameness<T> of(Class<T> type, Function<DataStream<T>, DataStream<?>> subject) {
    return of(TypeInformation.of(type), subject);
  }

  /** The same for events of a type that a class does not tell. */
  public static <T> Sameness<T> of(
      TypeInformation<T> type, Function<DataStream<T>, DataStream<?>> subject) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<T> source = env.fromSequence(0, 0).map(unused -> (T) null).returns(type);
    SerializerConfig config = source.getExecutionConfig().getSerializerConfig();
    List<Stage> stages = new Stages(source.getTransformation(), config).of(subject.apply(source));
    return new Sameness<>(type.createSerializer(config), stages, Terms.USUAL);
  }

  /** The same for inputs in which an event may be this far behind the latest before it. */
  public Sameness<T> outOfOrderness(Duration time) {
    return outOfOrderness(time.toMillis());
  }

  /** The same in milliseconds. */
  public Sameness<T> outOfOrderness(long millis) {
    return with(terms.outOfOrderness(millis));
  }

  /** The same, checking on the heap that no state is left at the end of input. */
  public Sameness<T> freeingState() {
    return with(terms.freeingState());
  }

  /**
   * The same, also with the events in other orders in which none is further behind than declared.
   * For operators whose results do not depend on which event arrives first.
   */
  public Sameness<T> inAnyOrder() {
    return with(terms.inAnyOrder());
  }

  /** The same for the variation with this name only, to repeat a failure. */
  public Sameness<T> only(String variation) {
    return with(terms.only(Variation.named(variation)));
  }

  private Sameness<T> with(Terms changed) {
    return new Sameness<>(serializer, stages, changed);
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
   * What a run of some other way emits.
   *
   * @throws AssertionError if timers are left at the end of input, or state that should be freed
   */
  public List<String> run(List<Timed<T>> input, Variation variation) throws Exception {
    return checked(input, variation).records();
  }

  /**
   * Runs the input in every way and compares; timers must be gone after each. Then does so again as
   * if less out-of-orderness were declared than the input has: whether the events that are late
   * then are handled or not, the results must be the same. As from one reader, the watermark that
   * an event is behind comes before it.
   *
   * @throws AssertionError if the results of a run differ; the message shows which run, how it
   *     differs, few events that suffice, and how to repeat it
   */
  public void check(List<Timed<T>> input) throws Exception {
    checkWithin(input);
    Sameness<T> exceeded = outOfOrderness(terms.outOfOrderness() / EXCESS);
    if (!Lateness.late(exceeded.terms.outOfOrderness(), input).isEmpty()) {
      exceeded.check(input, terms.chosen(Variation.ofLateEvents()));
    }
  }

  /** The same for the declared out-of-orderness only. */
  public void checkWithin(List<Timed<T>> input) throws Exception {
    check(input, terms.variations());
  }

  private void check(List<Timed<T>> input, List<Variation> variations) throws Exception {
    Outcome expected = checked(input, Variation.PLAIN);
    for (Variation variation : variations) {
      String mismatch = outcome(input, variation).mismatch(expected);
      if (mismatch != null) {
        List<Timed<T>> fewest =
            Reduction.of(
                input,
                some -> outcome(some, variation).mismatch(outcome(some, Variation.PLAIN)) != null);
        throw failure(variation, mismatch, input, fewest);
      }
    }
  }

  private Outcome checked(List<Timed<T>> input, Variation variation) throws Exception {
    Outcome outcome = outcome(input, variation);
    String leftovers = outcome.leftovers();
    if (leftovers != null) {
      List<Timed<T>> fewest =
          Reduction.of(input, some -> outcome(some, variation).leftovers() != null);
      throw failure(variation, leftovers, input, fewest);
    }
    return outcome;
  }

  private AssertionError failure(
      Variation variation, String mismatch, List<Timed<T>> input, List<Timed<T>> fewest) {
    return new AssertionError(
        new Failure<>(variation, terms.outOfOrderness(), mismatch, input, fewest).toString());
  }

  private Outcome outcome(List<Timed<T>> input, Variation variation) throws Exception {
    try (Trial trial = new Trial(stages, variation, terms.outOfOrderness())) {
      for (Timed<T> event : variation.arrivals(input, terms.outOfOrderness())) {
        trial.process(serializer.copy(event.value()), event.time());
      }
      List<String> records = trial.finish();
      boolean counted = terms.freesState() && variation.isOnHeap();
      return new Outcome(records, trial.timers(), counted ? trial.stateEntries() : 0);
    }
  }
}
