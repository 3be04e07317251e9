// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.EmitOnce;
import io.drey.state.sample.Rows;
import io.drey.state.sample.TestingCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesOfChangedKindsITCase {
  private static final Pattern INSTANT = Pattern.compile("20[0-9T:.-]+Z");

  private final Path directory;
  private final Path target;

  TimesOfChangedKindsITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("migrated");
  }

  @ParameterizedTest
  @CsvSource({"newest, 1", "oldest, 0"})
  void takesTheTimeOfTheNewestOrOldestEntry(String which, int index) throws Exception {
    Path before =
        TestingCluster.savepoint(
            Map.of("state.backend.type", "hashmap", "parallelism.default", "2"),
            PacedTimes::build,
            SavepointFormatType.NATIVE,
            directory);
    Migration.migrate(
        before,
        """
        version: 1
        operators:
          paced:
            states:
              list: {kind: value, type: Long, transform: "size(value)", ttl-from: %s}
              map: {kind: list, type: List<Long>, transform: "sort(value.values())", ttl-from: %s}
        """
            .formatted(which, which),
        target);

    Map<String, List<String>> old = accesses(before);
    assertThat(old.values()).allMatch(times -> times.get(0).compareTo(times.get(1)) < 0);
    Map<String, String> expected = new TreeMap<>();
    old.forEach((entry, times) -> expected.put(entry, times.get(index)));
    Map<String, String> made = new TreeMap<>();
    accesses(target)
        .forEach((entry, times) -> made.put(entry, String.join(",", Set.copyOf(times))));
    assertThat(made).hasSize(2 * PacedTimes.KEYS).isEqualTo(expected);
  }

  /** The times of last access of each state and key, in order. */
  private static Map<String, List<String>> accesses(Path savepoint) {
    Map<String, List<String>> accesses = new TreeMap<>();
    for (String row : Rows.timed(savepoint, "paced")) {
      String entry = row.replaceAll(".*\"state\":(.*?\"key\":\\d+).*", "$1");
      List<String> times = accesses.computeIfAbsent(entry, each -> new ArrayList<>());
      Matcher matcher = INSTANT.matcher(row);
      while (matcher.find()) {
        times.add(matcher.group());
      }
      Collections.sort(times);
    }
    return accesses;
  }

  /** Adds to a list and a map twice, at different times. */
  private static final class PacedTimes extends KeyedProcessFunction<Long, Long, Long> {
    private static final long serialVersionUID = 1L;
    private static final int KEYS = 3;

    private transient ListState<Long> list;
    private transient MapState<Long, Long> map;

    @SuppressWarnings("deprecation") // see EmitOnce
    static void build(StreamExecutionEnvironment environment) {
      environment
          .addSource(new EmitOnce(KEYS, 0), Types.LONG)
          .union(environment.addSource(new EmitOnce(0, 0), Types.LONG))
          .keyBy(i -> i, Types.LONG)
          .process(new PacedTimes())
          .returns(Types.LONG)
          .uid("paced")
          .sinkTo(new DiscardingSink<>());
    }

    @Override
    public void open(OpenContext context) {
      list = getRuntimeContext().getListState(timed(new ListStateDescriptor<>("list", Types.LONG)));
      map =
          getRuntimeContext()
              .getMapState(timed(new MapStateDescriptor<>("map", Types.LONG, Types.LONG)));
    }

    private static <T extends StateDescriptor<?, ?>> T timed(T descriptor) {
      descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(10_000)).build());
      return descriptor;
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
      // the later key has the older time
      list.add(1L);
      map.put(2L, number);
      long start = System.currentTimeMillis();
      while (System.currentTimeMillis() == start) {
        Thread.sleep(1);
      }
      list.add(2L);
      map.put(1L, number);
    }
  }
}
