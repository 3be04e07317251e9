// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Answered;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.Ops;
import io.drey.operators.order.ExactTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store in a cluster: several sources, several subtasks. */
@Timeout(120)
class KvStoreITCase {
  private static final String INCREMENT = "update a k [{\"type\":\"increment\",\"by\":1}]";

  /** Commands of one millisecond. */
  private static final ExactTime<String> AS_THEY_ARRIVED = (line, millis) -> null;

  @Test
  void losesNoIncrementOfSeveralSources() throws Exception {
    StreamExecutionEnvironment env = environment(2);
    DataStream<String> lines =
        env.fromSequence(1, 500)
            .setParallelism(4)
            .map(number -> INCREMENT)
            .returns(Types.STRING)
            .setParallelism(4);

    List<String> answers = new ArrayList<>();
    answers.add(INCREMENT + " -> null 1 []");
    IntStream.range(1, 500)
        .forEach(n -> answers.add(INCREMENT + " -> " + n + " " + (n + 1) + " []"));
    assertThat(collected(store(atZero(lines, 4), null).answers()))
        .containsExactlyInAnyOrderElementsOf(answers);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void listsManyScopesExactly(boolean ordered) throws Exception {
    List<String> lines = new ArrayList<>();
    scopes(0, 10_000).forEach(scope -> lines.add("set " + scope + " k 1"));
    lines.add("list_groups all");
    scopes(0, 5_000).forEach(scope -> lines.add("delete " + scope + " k"));
    lines.add("list_groups half");
    DataStream<String> commands = environment(4).fromData(lines).setParallelism(1);

    List<String> all = scopes(0, 10_000);
    List<String> half = scopes(5_000, 10_000);
    assertThat(collected(store(atZero(commands, 1), ordered ? AS_THEY_ARRIVED : null).answers()))
        .hasSize(15_002)
        .filteredOn(answer -> answer.startsWith("list_groups"))
        .containsExactlyInAnyOrder("list_groups all -> " + all, "list_groups half -> " + half);
  }

  @Test
  void whatIsLateLeavesByLateOnce() throws Exception {
    DataStream<String> lines =
        environment(2)
            .fromData("100 set a k 1", "99 set a k 2", "98 list_groups late", "150 list_groups")
            .setParallelism(1)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<String>forGenerator(unused -> new AtEveryEvent())
                    .withTimestampAssigner((line, unused) -> time(line)))
            .setParallelism(1)
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .returns(Types.STRING)
            .setParallelism(1);

    KvStreams<String, String, String> store = store(lines, AS_THEY_ARRIVED);
    DataStream<String> late = Objects.requireNonNull(store.late());
    assertThat(
            collected(
                store.answers().union(late.map(line -> "late " + line).returns(Types.STRING))))
        .containsExactlyInAnyOrder(
            "set a k 1 -> null 1", "late set a k 2", "late list_groups late", "list_groups -> [a]");
  }

  @Test
  void carriesTypedCommandsOut() throws Exception {
    DataStream<Command> commands =
        environment(2)
            .fromData(
                Command.TYPE,
                Command.set("users", "u1", Map.of("visits", 1))
                    .lasting(Duration.ofHours(1))
                    .withId("c1"),
                Command.update("users", "u1", Ops.increment("visits")).atomically(),
                Command.listGroups().withId("c3"),
                Command.list("users"))
            .setParallelism(1)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Command>forMonotonousTimestamps()
                    .withTimestampAssigner((command, unused) -> 0))
            .setParallelism(1);

    KvStreams<Command, Answered, Change> store =
        KvStore.on(commands, KvOptions.lasting(), "profiles");
    DataStream<String> all =
        store
            .answers()
            .map(
                one ->
                    one.command().operation() + " " + one.command().id() + " " + seen(one.answer()))
            .returns(Types.STRING)
            .union(store.changes().map(CommandLines::change).returns(Types.STRING));
    assertThat(collected(all))
        .containsExactlyInAnyOrder(
            "SET c1 {\"visits\":1} [] []",
            "UPDATE null {\"visits\":2} [] []",
            "LIST_GROUPS c3 null [] [users]",
            "LIST null null [KeyedValue[key=u1, value={\"visits\":2}]] []",
            "created users u1 null->{\"visits\":1} at 0 until 3600000",
            "updated users u1 {\"visits\":1}->{\"visits\":2} at 0 until 3600000",
            "expired users u1 {\"visits\":2}->null at 3600000 until 3600000");
  }

  private static String seen(Answer answer) {
    return answer.newValue() + " " + answer.entries() + " " + answer.groups();
  }

  /** Refuses what would need Kryo. */
  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    env.setParallelism(parallelism);
    return env;
  }

  private static KvStreams<String, String, String> store(
      DataStream<String> lines, @Nullable ExactTime<String> order) {
    return CommandLines.attach(lines, KvOptions.lasting(), order);
  }

  private static DataStream<String> atZero(DataStream<String> lines, int parallelism) {
    return lines
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<String>forMonotonousTimestamps()
                .withTimestampAssigner((line, unused) -> 0))
        .setParallelism(parallelism);
  }

  private static List<String> collected(DataStream<String> records) throws Exception {
    try (CloseableIterator<String> all = records.executeAndCollect()) {
      List<String> collected = new ArrayList<>();
      all.forEachRemaining(collected::add);
      return collected;
    }
  }

  private static List<String> scopes(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "s" + i).sorted().toList();
  }

  private static long time(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }
}
