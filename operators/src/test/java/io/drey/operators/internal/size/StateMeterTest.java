// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Subtask;
import io.drey.operators.script.Program;
import io.drey.operators.script.Script;
import io.drey.operators.script.ScriptOptions;
import io.drey.operators.sessionize.Sessionize;
import io.drey.operators.sessionize.SessionizeOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is estimated is compared with what the virtual machine counts after a collection. */
@Tag("full")
class StateMeterTest {
  private static final int KEYS = 30_000;
  private static final int KEY_GROUPS = 128;
  private static final double FACTOR = 1.5;
  private static final int ATTEMPTS = 3;
  private static final int NEGLIGIBLE = 100_000;

  /** What is freed while another is filled would be taken off what that holds. */
  private static final List<AutoCloseable> RETAINED = new ArrayList<>();

  private static final Set<String> LINKS = Set.of("older-key", "newer-key");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final FieldPath ID = FieldPath.of("id");
  private static final FieldPath N = FieldPath.of("n");
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * An operator that holds state.
   *
   * @param eventsPerKey how many events come to each key
   * @param entries how many it holds then
   */
  private record Holder(
      String name,
      Function<DataStream<Event>, DataStream<?>> attach,
      int eventsPerKey,
      long entries) {
    /** A new one: what it holds is freed with it. */
    Subtask<Event, ?> operator() {
      return Subtask.of(EventTypeInfo.STREAM, attach::apply).at(0, 1, KEY_GROUPS);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Holder> holders() {
    DeduplicateOptions capped =
        DeduplicateOptions.forever().with(KeyedSettings.EVENT_TIME.withMaxKeys(10 * KEYS));
    return List.of(
        holder("an instant", 1, KEYS, first(DeduplicateOptions.forever())),
        holder("an instant and a timer", 1, KEYS, first(DeduplicateOptions.within(HOUR))),
        holder("a cap", 1, 3 * KEYS - KEY_GROUPS, first(capped)),
        holder("an event", 1, 3 * KEYS, first(DeduplicateOptions.within(HOUR).keepingLast())),
        holder(
            "sessions",
            5,
            6 * KEYS,
            events -> Sessionize.on(keyed(events), SessionizeOptions.withGap(HOUR), "visits")),
        holder(
            "waiting events",
            3,
            3 * KEYS,
            events -> OrderByTime.on(keyed(events), (event, millis) -> null, "s", "s-order")),
        holder(
            "entries of scripts",
            4,
            5 * KEYS,
            events ->
                Script.on(
                    keyed(events),
                    Program.of(
                        (event, scope) -> scope.state().put(String.valueOf(event.text(N)), "17")),
                    ScriptOptions.forever(),
                    Types.STRING,
                    "script")));
  }

  /** Again, if what other tests have left is freed meanwhile. */
  @ParameterizedTest
  @MethodSource("holders")
  void tellsWhatIsOnTheHeap(Holder holder) throws Exception {
    double share = shareTold(holder);
    for (int i = 1; i < ATTEMPTS && (share < 1 / FACTOR || share > FACTOR); i++) {
      share = shareTold(holder);
    }
    assertThat(share).isBetween(1 / FACTOR, FACTOR);
  }

  /** The estimated bytes by those in use. */
  private static double shareTold(Holder holder) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, Event, ?> harness = holder.operator().open();
    RETAINED.add(harness);
    long before = bytesInUse();
    fill(harness, holder.eventsPerKey());
    double held = bytesInUse() - before;

    StateSize size = measure(harness);

    assertThat(size.keys()).isEqualTo(KEYS);
    assertThat(size.entries()).isEqualTo(holder.entries());
    return size.bytes() / held;
  }

  @AfterAll
  static void close() throws Exception {
    IOUtils.closeAll(RETAINED);
    RETAINED.clear();
  }

  @Test
  void asksRocksDb() throws Exception {
    Subtask<Event, ?> first =
        holder("first", 1, KEYS, first(DeduplicateOptions.within(HOUR))).operator();
    try (KeyedOneInputStreamOperatorTestHarness<String, Event, ?> harness =
        first.open(new EmbeddedRocksDBStateBackend())) {
      fill(harness, 1);

      StateSize size = measure(harness);

      // key group, key of 17 bytes with its length, namespace, instant, and what RocksDB adds
      assertThat(size.keys()).isEqualTo(KEYS);
      assertThat(size.entries()).isEqualTo(KEYS);
      assertThat(size.bytes()).isBetween(KEYS * 40L, KEYS * 400L);
    }
  }

  private static Holder holder(
      String name,
      int eventsPerKey,
      long entries,
      Function<DataStream<Event>, DataStream<?>> attach) {
    return new Holder(name, attach, eventsPerKey, entries);
  }

  private static Function<DataStream<Event>, DataStream<?>> first(DeduplicateOptions options) {
    return events -> Deduplicate.on(keyed(events), options, "first");
  }

  private static KeyedStream<Event, String> keyed(DataStream<Event> events) {
    return events.keyBy(event -> Objects.requireNonNull(event.text(ID)), Types.STRING);
  }

  /** Feeds events that nothing but state retains. */
  private static void fill(
      KeyedOneInputStreamOperatorTestHarness<String, Event, ?> harness, int eventsPerKey)
      throws Exception {
    for (int i = 0; i < KEYS * eventsPerKey; i++) {
      String event = "{\"id\":\"request-%09d\",\"n\":\"n%d\",\"path\":\"/cart/items/%d\"}";
      harness.processElement(
          new StreamRecord<>(Event.of(event.formatted(i % KEYS, i / KEYS, i)), 1_000 + i));
      harness.getOutput().clear();
    }
  }

  private static StateSize measure(KeyedOneInputStreamOperatorTestHarness<String, Event, ?> of) {
    KeyedStateBackend<?> backend =
        ((AbstractStreamOperator<?>) of.getOperator()).getKeyedStateBackend();
    return Objects.requireNonNull(StateMeter.of(backend, of::numEventTimeTimers, LINKS)).measure();
  }

  /** Of all objects that are alive, once collections find no more that are not. */
  private static long bytesInUse() throws JMException {
    long bytes = bytesAfterACollection();
    for (long before = Long.MAX_VALUE; before - bytes > NEGLIGIBLE; ) {
      before = bytes;
      bytes = bytesAfterACollection();
    }
    return bytes;
  }

  private static long bytesAfterACollection() throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    Matcher total = TOTAL.matcher(histogram.toString());
    assertThat(total.find()).isTrue();
    return Long.parseLong(total.group(1));
  }
}
