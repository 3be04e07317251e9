// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.order.ExactTime;
import io.drey.operators.rule.KeyedSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each command is counted once, however many key groups it is sent to. */
@Timeout(120)
class KvCountsITCase {
  private static final int KEY_GROUPS = 128;

  @Test
  void countsAListingOnce() throws Exception {
    assertThat(
            counts(
                KvOptions.lasting(),
                null,
                "1 set a k 1",
                "2 set a k 2",
                "3 list_groups",
                "4 nonsense a"))
        .containsOnly(
            Map.entry("eventsIn", 4L),
            Map.entry("main", 4L),
            Map.entry("changes", 2L),
            Map.entry("group-scopes", (long) KEY_GROUPS),
            Map.entry("lateEvents", 0L));
  }

  /** Of each key group one scope is left. */
  @Test
  void countsScopesThatAreGivenUp() throws Exception {
    KvOptions one = KvOptions.lasting().with(KeyedSettings.EVENT_TIME.withMaxKeys(1));
    List<String> lines = new ArrayList<>();
    Set<Integer> keyGroups = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      lines.add("0 set s" + i + " k 1");
      keyGroups.add(KeyGroupRangeAssignment.assignToKeyGroup("s" + i, KEY_GROUPS));
    }
    lines.add("0 list_groups");

    long evicted = 300L - keyGroups.size();
    assertThat(counts(one, null, lines.toArray(new String[0])))
        .containsEntry("eventsIn", 301L)
        .containsEntry("evictedKeys", evicted)
        .containsEntry("changes", 300 + evicted);
  }

  @Test
  void countsWhatIsLate() throws Exception {
    assertThat(
            counts(
                KvOptions.lasting(),
                (line, millis) -> null,
                "100 set a k 1",
                "99 set a k 2",
                "98 list_groups",
                "150 list_groups"))
        .containsEntry("eventsIn", 2L)
        .containsEntry("main", 2L)
        .containsEntry("lateEvents", 2L);
  }

  /** The step's counters, summed over operators and subtasks. */
  private static Map<String, Long> counts(
      KvOptions options, @Nullable ExactTime<String> order, String... lines) throws Exception {
    InMemoryReporter reporter = InMemoryReporter.createWithRetainedMetrics();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(
            reporter.addToConfiguration(new Configuration()));
    env.setParallelism(2);
    CommandLines.attach(
            env.fromData(lines)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                    WatermarkStrategy.<String>forGenerator(unused -> new AtEveryEvent())
                        .withTimestampAssigner((line, unused) -> time(line)))
                .setParallelism(1)
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .setParallelism(1),
            options,
            order)
        .answers()
        .sinkTo(new DiscardingSink<>());
    env.execute();
    return counts(reporter);
  }

  private static Map<String, Long> counts(InMemoryReporter reporter) {
    Map<String, Long> counts = new TreeMap<>();
    reporter
        .getMetricsByGroup()
        .forEach(
            (group, metrics) -> {
              if ("store".equals(group.getAllVariables().get("<step>"))) {
                metrics.forEach((name, metric) -> add(counts, name, metric));
              }
            });
    return counts;
  }

  private static void add(Map<String, Long> counts, String name, Metric metric) {
    if (metric instanceof Counter counter) {
      counts.merge(name, counter.getCount(), Long::sum);
    }
  }

  private static long time(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }
}
