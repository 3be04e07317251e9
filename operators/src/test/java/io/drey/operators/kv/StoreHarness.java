// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.sameness.Subtask;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The store's own operator, with one key group, over {@link CommandLines}. */
record StoreHarness(
    KeyedOneInputStreamOperatorTestHarness<String, Tuple2<Long, String>, String> harness)
    implements AutoCloseable {

  static StoreHarness open(KvOptions options) throws Exception {
    return new StoreHarness(subtask(options).open());
  }

  /** The same store with other options, from what this one keeps now; this one is closed. */
  StoreHarness reopen(KvOptions options) throws Exception {
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    close();
    return new StoreHarness(subtask(options).open(snapshot, 1));
  }

  private static Subtask<Tuple2<Long, String>, String> subtask(KvOptions options) {
    return Subtask.of(
        Types.TUPLE(Types.LONG, Types.STRING),
        routed ->
            CommandLines.attach(
                    routed.map(command -> command.f1).returns(Types.STRING), options, null)
                .store());
  }

  /** Commands without a timestamp. */
  void see(String... lines) throws Exception {
    for (String line : lines) {
      harness.processElement(new StreamRecord<>(Tuple2.of(Routes.TO_SCOPE, line)));
    }
  }

  /** Commands of one instant. */
  void see(long time, String... lines) throws Exception {
    for (String line : lines) {
      seeAt(time, line);
    }
  }

  void seeAt(long time, String line) throws Exception {
    harness.processElement(new StreamRecord<>(Tuple2.of(Routes.TO_SCOPE, line), time));
  }

  /** The markers of a listing to some key groups; the subtask is asked for its own by the first. */
  void mark(long time, long listing, int groups) throws Exception {
    for (int group = 0; group < groups; group++) {
      long marker = Routes.marker(listing, group);
      harness.processElement(new StreamRecord<>(Tuple2.of(marker, "list_groups"), time));
    }
  }

  void advanceTo(long watermark) throws Exception {
    harness.processWatermark(new Watermark(watermark));
  }

  void clock(long millis) throws Exception {
    harness.setProcessingTime(millis);
  }

  List<String> answers() {
    return new ArrayList<>(harness.extractOutputValues());
  }

  /** With their timestamps. */
  List<String> changes() {
    return records(harness.getSideOutput(new OutputTag<>(KvStore.CHANGES, Types.STRING)));
  }

  List<List<String>> scopes() {
    return stream(harness.getSideOutput(KvStore.groupScopes(Types.STRING)))
        .map(part -> part.getValue().scopes())
        .toList();
  }

  private static List<String> records(@Nullable Queue<StreamRecord<String>> queue) {
    return stream(queue)
        .map(one -> one.getValue() + (one.hasTimestamp() ? " @ " + one.getTimestamp() : ""))
        .toList();
  }

  private static <T> Stream<StreamRecord<T>> stream(@Nullable Queue<StreamRecord<T>> queue) {
    return queue == null ? Stream.of() : queue.stream();
  }

  int entries() {
    return harness.numKeyedStateEntries();
  }

  int timers() {
    return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
