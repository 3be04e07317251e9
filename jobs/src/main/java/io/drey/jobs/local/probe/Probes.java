// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.probe;

import io.drey.jobs.graph.Additions;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.yaml.Unknown;
import io.drey.operators.event.Event;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** What a run of this process adds to the job: taps, and a limit of its results. */
public final class Probes implements Additions {
  /** Nothing. */
  public static final Probes NONE = new Probes(null, List.of());

  private final @Nullable ResultLimit limit;
  private final List<Tap> taps;

  private Probes(@Nullable ResultLimit limit, List<Tap> taps) {
    this.limit = limit;
    this.taps = taps;
  }

  /**
   * Prepares them for a pipeline.
   *
   * @param limit the number of results after which the run ends; null for none
   * @param places the outputs that have taps, in the notation of pipeline files
   * @throws IllegalArgumentException if the limit is not positive, or a place is unknown
   */
  public static Probes of(@Nullable Long limit, List<String> places, Wiring wiring) {
    return new Probes(
        limit == null ? null : new ResultLimit(limit),
        places.stream().distinct().map(place -> new Tap(output(place, wiring))).toList());
  }

  private static Output output(String place, Wiring wiring) {
    List<Output> known = wiring.outputs().values().stream().flatMap(List::stream).toList();
    return known.stream()
        .filter(output -> output.toString().equals(place))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(place, known)));
  }

  private static String unknown(String place, List<Output> known) {
    List<String> names = known.stream().map(Output::toString).toList();
    return Unknown.message("place of --tap", place, names);
  }

  public List<Tap> taps() {
    return taps;
  }

  /** Sets what ends the run when its limit is reached. */
  public void onLimit(Runnable action) {
    if (limit != null) {
      limit.onReached(action);
    }
  }

  /** The limit that has been reached, as it was given; null if none has. */
  public @Nullable String reached() {
    return limit != null && limit.isReached() ? limit.toString() : null;
  }

  @Override
  public void readersOf(Output output, Supplier<DataStream<Event>> events) {
    taps.stream()
        .filter(tap -> tap.output().equals(output))
        .forEach(tap -> tap.attach(events.get()));
  }

  @Override
  public DataStream<Event> written(String id, Sink sink, DataStream<Event> events) {
    return limit == null || sink.discards() ? events : limit.within(events, "limit:" + id);
  }
}
