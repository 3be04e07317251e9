// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.kv.command.Answered;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.Ops;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/kv.md}. */
class KvStoreExampleTest {
  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = strict();
    DataStream<Command> commands = commands(env, Command.get("users", "u1"));

    KvStreams<Command, Answered, Change> profiles =
        KvStore.on(commands, KvOptions.expiring(Duration.ofDays(30)), "profiles");
    DataStream<Answered> answers = profiles.answers();
    DataStream<Change> changes = profiles.changes();

    assertThat(profiles.store().getTransformation().getUid()).isEqualTo("profiles");
    assertThat(answers.getType()).isEqualTo(Answered.TYPE);
    assertThat(changes.getType()).isEqualTo(Change.TYPE);
    assertThat(profiles.late()).isNull();
  }

  @Test
  void givesEachTriggerAStream() {
    DataStream<Command> commands = commands(strict(), Command.get("users", "u1"));

    KvResults.Trigger<Change> gone =
        KvResults.Trigger.<Change>named("gone")
            .inScope("users")
            .when(change -> change.newValue() == null);
    KvStreams<Command, Answered, Change> profiles =
        KvStore.on(
            commands, KvResults.typed().triggering(List.of(gone)), KvOptions.lasting(), "profiles");
    DataStream<Change> goneUsers = profiles.triggered("gone");

    assertThat(goneUsers.getType()).isEqualTo(Change.TYPE);
  }

  public record Profile(String name, long visits) {}

  @Test
  void makesCommandsOfTypedValues() throws Exception {
    Command register = Command.set("users", "u1", new Profile("alice", 0)).lasting(ofDays(30));
    Command visit =
        Command.update(
                "users",
                "u1",
                Ops.test("name").value("alice"),
                Ops.increment("visits").by(2),
                Ops.append("pages").value("/cart"))
            .atomically();
    DataStream<Command> commands =
        commands(strict().setParallelism(1), register, visit, Command.get("users", "u1"));

    DataStream<Profile> found =
        KvStore.on(commands, KvOptions.expiring(ofDays(30)), "profiles")
            .answers()
            .filter(answered -> answered.answer().found())
            .map(answered -> answered.answer().value(Profile.class));

    assertThat(found.executeAndCollect(1)).containsExactly(new Profile("alice", 2));
  }

  @Test
  void typesNeedNoKryo() {
    for (TypeInformation<?> type :
        List.of(
            Command.TYPE,
            Answered.TYPE,
            Change.TYPE,
            StoredValue.TYPE,
            GroupScopes.type(Command.TYPE),
            Types.TUPLE(Types.LONG, Command.TYPE))) {
      SerializerConfigImpl config = new SerializerConfigImpl();
      config.setGenericTypes(false);

      assertThat(type.createSerializer(config)).as("%s", type).isNotNull();
    }
  }

  /** Refuses what would need Kryo. */
  private static StreamExecutionEnvironment strict() {
    Configuration strict = new Configuration();
    strict.set(PipelineOptions.GENERIC_TYPES, false);
    return StreamExecutionEnvironment.getExecutionEnvironment(strict);
  }

  private static DataStream<Command> commands(StreamExecutionEnvironment env, Command... some) {
    return env.fromData(Command.TYPE, some)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Command>forMonotonousTimestamps()
                .withTimestampAssigner((command, unused) -> 0));
  }
}
