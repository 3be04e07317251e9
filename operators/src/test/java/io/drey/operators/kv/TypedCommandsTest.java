// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.JsonTrees;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commands as Java has them. */
class TypedCommandsTest {
  private static final JsonNode ONE = JsonTrees.read("1");

  @Test
  void refusesWhatACommandLacks() throws Exception {
    assertThat(run(new Command(Operation.GET, null, "k", null, null, false, null, null, null)))
        .containsExactly("main missing_scope: Missing scope @ 0");
    assertThat(run(new Command(Operation.GET, "a", null, null, null, false, null, null, null)))
        .containsExactly("main missing_key: Missing key @ 0");
    assertThat(run(new Command(Operation.SET, "a", "k", null, null, false, null, null, null)))
        .containsExactly("main missing_value: Missing value @ 0");
    assertThat(run(new Command(Operation.UPDATE, "a", "k", null, null, false, null, null, null)))
        .containsExactly("main bad_ops: Missing ops @ 0");
  }

  @Test
  void refusesATtlOfNothing() throws Exception {
    assertThat(run(Command.set("a", "k", ONE).lasting(Duration.ZERO)))
        .containsExactly("main bad_ttl: Invalid ttl: must be at least 1 ms but was PT0S @ 0");
    assertThat(run(Command.set("a", "k", ONE).lasting(Duration.ofMillis(-5))))
        .containsExactly("main bad_ttl: Invalid ttl: must be at least 1 ms but was PT-0.005S @ 0");
  }

  @Test
  void refusesALimitOfNothing() throws Exception {
    assertThat(run(Command.list("a", KeyRange.ALL.first(0))))
        .containsExactly("main bad_range: Invalid limit: must be at least 1 but was 0 @ 0");
    assertThat(run(Command.list("a", KeyRange.startingWith("k").from("k1").before("k2").first(1))))
        .containsExactly("main null @ 0");
  }

  @Test
  void refusesAnUpdateThatNestsTooDeep() throws Exception {
    String names = "\"a\",".repeat(31) + "\"a\"";
    String deep = "[".repeat(1_090) + "]".repeat(1_090);
    JsonNode ops =
        JsonTrees.read("[{\"type\":\"set\",\"path\":[" + names + "],\"value\":" + deep + "}]");

    assertThat(run(Command.update("a", "k", ops)))
        .singleElement()
        .asString()
        .startsWith("main value_too_large: Cannot write JSON: ");
  }

  @Test
  void aListOfGroupsNeedsNoScope() throws Exception {
    assertThat(run(Command.listGroups())).containsExactly("main null @ 0");
  }

  /** The refusal of a command, and the changes that it must not leave. */
  private static List<String> run(Command command) throws Exception {
    KvResults<Command, String, String> results =
        new KvResults<>(
            (of, answer) -> said(answer.refusal()),
            Types.STRING,
            CommandLines::change,
            Types.STRING,
            new ArrayList<>());
    return Sameness.of(
            Command.TYPE,
            commands -> KvStore.on(commands, results, KvOptions.lasting(), "store").answers())
        .run(List.of(new Timed<>(command, 0)));
  }

  private static String said(@Nullable Refusal refusal) {
    return refusal == null ? "null" : refusal.code() + ": " + refusal.message();
  }
}
