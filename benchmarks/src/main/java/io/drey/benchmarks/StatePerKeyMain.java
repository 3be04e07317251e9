// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;

/** Fills one operator with keys and writes what each took. */
public final class StatePerKeyMain {
  private static final Duration TTL = Duration.ofMinutes(10);

  private StatePerKeyMain() {}

  public static void main(String[] args) throws Exception {
    KeyFiller<?> filler =
        switch (StatePerKey.Operator.valueOf(args[0])) {
          case DEDUPLICATE -> new KeyFiller<>(deduplicate(), StatePerKeyMain::event, Event::key);
          case BARE -> new KeyFiller<>(bare(), Dataset::requestId, id -> id);
        };
    double bytes = filler.perKey(StatePerKey.Measure.valueOf(args[1]));
    Files.writeString(Path.of(args[2]), Double.toString(bytes));
  }

  @SuppressWarnings("unchecked") // the operator that Deduplicate attached
  private static StreamOperatorFactory<Event> deduplicate() {
    OneInputTransformation<Event, Event> attached =
        (OneInputTransformation<Event, Event>)
            Deduplicate.on(
                    StreamExecutionEnvironment.getExecutionEnvironment()
                        .fromData(EventTypeInfo.STREAM, event(0))
                        .keyBy(Event::key, Types.STRING),
                    DeduplicateOptions.within(TTL),
                    "first")
                .getTransformation();
    return attached.getOperatorFactory();
  }

  private static StreamOperatorFactory<String> bare() {
    return SimpleOperatorFactory.of(new KeyedProcessOperator<>(new LongAndTimer(TTL.toMillis())));
  }

  private static Event event(long number) {
    String id = '"' + Dataset.requestId(number) + '"';
    return Event.of("{\"request_id\":" + id + "}").withKey(id);
  }
}
