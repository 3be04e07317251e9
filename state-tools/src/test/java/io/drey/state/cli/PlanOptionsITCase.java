// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OneState;
import io.drey.state.sample.OneState.Kind;
import io.drey.state.sample.TaggedSerializer;
import io.drey.state.sample.TestingCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.java.typeutils.runtime.RowSerializer;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user may say of a plan: what is unknown is fine, and which state backend there is. */
class PlanOptionsITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  PlanOptionsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void startsWithWhatIsUnknownOnceThatIsAccepted() throws Exception {
    Path saved = savepoint(tagged("ab"));
    Path staging = savepoint(tagged("cd"));

    assertThat(plan(saved, staging)).isEqualTo(5);
    assertThat(drey.lines())
        .contains(
            "one-state,kept,unknown,value: io.drey.state.sample.TaggedSerializer$Snapshot has other"
                + " settings: only its own code can tell,\"make sure, then --accept-unknown"
                + " one-state.kept\"");
    assertThat(drey.err()).contains("May not start: ").contains(", 1 unknown");
    assertThat(plan(saved, staging, "--accept-unknown", "one-state.kept")).isZero();
    assertThat(drey.err()).contains(": Would start: ");
  }

  @Test
  void acceptsNothingThatIsNotThere() throws Exception {
    Path saved = savepoint(tagged("ab"));

    assertThat(plan(saved, savepoint(tagged("cd")), "--accept-unknown", "one-state")).isEqualTo(5);
    assertThat(plan(saved, savepoint(tagged("cd")), "--accept-unknown", "kept")).isEqualTo(2);
    assertThat(drey.err())
        .isEqualTo(
            "drey: Invalid --accept-unknown: must be an operator or a state as OP.STATE but was"
                + " 'kept' (unknown: one-state.kept) (see drey state plan --help)\n");
  }

  @Test
  void comparesByTheRulesOfOneStateBackend() throws Exception {
    Path saved = savepoint(rows(true));
    Path staging = savepoint(rows(false));

    assertThat(plan(saved, staging)).isEqualTo(5);
    assertThat(plan(saved, staging, "--backend", "rocksdb")).isEqualTo(5);
    assertThat(drey.out())
        .contains("one-state,kept,incompatible,\"map key: the row kind was removed, and RocksDB");
    assertThat(plan(saved, staging, "--backend", "hashmap")).isZero();
    assertThat(drey.out()).contains("one-state,kept,migrated,map key: the row kind was removed");
    assertThat(plan(saved, staging, "--backend", "forst")).isEqualTo(2);
    assertThat(drey.err()).contains("must be").contains("hashmap").contains("rocksdb");
  }

  private int plan(Path saved, Path staging, String... more) {
    drey.clear();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("state", "plan", saved.toString(), "--with", staging.toString()));
    arguments.addAll(List.of("-o", "csv"));
    arguments.addAll(List.of(more));
    return drey.run(arguments.toArray(String[]::new));
  }

  private Path savepoint(OneState<?> state) throws Exception {
    Consumer<StreamExecutionEnvironment> job = env -> state.build(env, i -> i, Types.LONG);
    return TestingCluster.savepoint(
        Map.of("state.backend.type", "hashmap", "pipeline.max-parallelism", "4"),
        job,
        SavepointFormatType.CANONICAL,
        directory);
  }

  private static OneState<Long> tagged(String tag) {
    return new OneState<>(
        Kind.VALUE, new TaggedSerializer<>(tag, LongSerializer.INSTANCE), number -> number);
  }

  private static OneState<Row> rows(boolean hasKind) {
    TypeSerializer<?>[] columns = {LongSerializer.INSTANCE};
    return new OneState<>(Kind.MAP, new RowSerializer(columns, null, hasKind), Row::of);
  }
}
