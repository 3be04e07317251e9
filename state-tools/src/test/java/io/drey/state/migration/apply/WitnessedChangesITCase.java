// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.operators.event.Event;
import io.drey.state.sample.JobClassPath;
import io.drey.state.sample.KryoStates.Secret;
import io.drey.state.sample.ManyStates;
import io.drey.state.sample.Membership;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.Visit;
import io.drey.state.witness.DeclaredList;
import io.drey.state.witness.DeclaredState;
import io.drey.state.witness.SampleWitness;
import io.drey.state.witness.Witness;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes of every kind leave, Flink reads as Drey does. */
class WitnessedChangesITCase {
  private static final String FIELDS =
      "{drop-field: [address], rename-field: {rating: score}, cast-field: {balance: Double},"
          + " add-field: [{name: since, type: Long, default: null}], rename-class:"
          + " {io.drey.state.sample.Account: io.drey.state.sample.Membership}";

  private final Path target;

  WitnessedChangesITCase(@TempDir Path directory) {
    this.target = directory.resolve("migrated");
  }

  @ParameterizedTest
  @EnumSource(names = {"NATIVE_OF_ROCKSDB", "CHECKPOINT_OF_HASHMAP"})
  void agreesOnChangedStates(Snapshots snapshot) throws Exception {
    Migration.migrate(
        snapshot.path(),
        """
        version: 1
        operators:
          many-states:
            rename-to: states
            keys: {keep-if: "key != 'key-3'", transform: "key + '!'"}
            timers: {keep-if: "timestamp < '2050'"}
            states:
              last: {rename-to: newest, transform: "value * 2", type: Int}
              visit: drop
              counts: {keep-if: "map_key != 'all'", transform: "value + 1"}
              names: {keep-if: "value != ''", transform: "value + '!'"}
              fresh: {ttl: disable}
              fresh-map: {transform: "value + key"}
              sum: {ttl: {enable: 2026-01-01T00:00:00Z}}
              account: FIELDS}
          subtask-states:
            states:
              names: {keep-if: "value != 'a0'", transform: "upper(value)"}
              offsets: {keep-if: "value.f1 != 10"}
              rules: FIELDS, rename-to: laws}
        max-parallelism: 40
        """
            .replace("FIELDS", FIELDS),
        target);

    Witness.ofKeyed(
            "states",
            Types.STRING,
            DeclaredState.value("newest", Types.INT),
            DeclaredState.value("account", TypeInformation.of(Membership.class)),
            DeclaredState.value("pair", Types.TUPLE(Types.STRING, Types.BOOLEAN)),
            DeclaredState.value("event", TypeInformation.of(Event.class)),
            DeclaredState.list("names", Types.STRING),
            DeclaredState.map("counts", Types.STRING, Types.LONG),
            DeclaredState.reducing("sum", Types.LONG).expiring(),
            DeclaredState.aggregating("joined", new ManyStates.Join(), Types.STRING),
            DeclaredState.value("fresh", Types.STRING),
            DeclaredState.list("fresh-list", Types.INT).expiring(),
            DeclaredState.map("fresh-map", Types.INT, Types.STRING).expiring())
        .agrees(target);
    Witness.ofLists(
            "subtask-states",
            DeclaredList.split("names", Types.STRING),
            DeclaredList.union("offsets", Types.TUPLE(Types.STRING, Types.LONG)),
            DeclaredList.broadcast("laws", Types.STRING, TypeInformation.of(Membership.class)))
        .agrees(target);
  }

  @Test
  void agreesOnWhatClassesGive() throws Exception {
    String plan =
        """
        version: 1
        operators:
          many-states:
            states:
              last: {transform: {class: io.drey.state.sample.Transforms$Hidden}}
              account: {transform: {class: io.drey.state.sample.Transforms$Shown}}
              names: {transform: {class: io.drey.state.sample.Transforms$Cut}}
              counts: {transform: {class: io.drey.state.sample.Transforms$Doubled}}
              fresh: {transform: {class: io.drey.state.sample.Transforms$Timed}}
              fresh-map: {transform: {class: io.drey.state.sample.Transforms$Timed}}
          subtask-states:
            states:
              names: {transform: {class: io.drey.state.sample.Transforms$Cut}}
              rules: {transform: {class: io.drey.state.sample.Transforms$Owned}}
        """;
    JobClassPath.within(() -> Migration.migrate(Snapshots.NATIVE_OF_ROCKSDB.path(), plan, target));

    Witness<String> keyed =
        Witness.ofKeyed(
            "many-states",
            Types.STRING,
            DeclaredState.value("last", new GenericTypeInfo<>(Secret.class)),
            DeclaredState.value("account", Types.STRING),
            DeclaredState.value("visit", TypeInformation.of(Visit.class)),
            DeclaredState.value("pair", Types.TUPLE(Types.STRING, Types.BOOLEAN)),
            DeclaredState.value("event", TypeInformation.of(Event.class)),
            DeclaredState.list("names", Types.STRING),
            DeclaredState.map("counts", Types.STRING, Types.INT),
            DeclaredState.reducing("sum", Types.LONG),
            DeclaredState.aggregating("joined", new ManyStates.Join(), Types.STRING),
            DeclaredState.value("fresh", Types.STRING).expiring(),
            DeclaredState.list("fresh-list", Types.INT).expiring(),
            DeclaredState.map("fresh-map", Types.INT, Types.STRING).expiring());
    keyed.agrees(target, JobClassPath.within(() -> keyed.ours(target)));
    SampleWitness.SUBTASK_STATES.agrees(target);
  }

  @Test
  void agreesOnChangedKinds() throws Exception {
    Migration.migrate(
        Snapshots.CANONICAL_OF_HASHMAP.path(),
        """
        version: 1
        operators:
          many-states:
            timers: drop
            states:
              last: {kind: list, transform: "[value, value + 1]"}
              names: {kind: map, type: "Map<String, Long>", transform: "{value[0]: size(value)}"}
              counts: {kind: list, type: List<String>, transform: "sort(value.keySet())"}
              visit: {kind: value, type: Double, transform: value.score}
              fresh: {kind: map, type: "Map<String, Int>", transform: "{value: 1}", ttl-from: oldest}
              fresh-list: {kind: value, type: Int, transform: "value[0]", ttl-from: newest}
              fresh-map: drop
              account: drop
              event: drop
              pair: drop
              sum: drop
              joined: drop
        """,
        target);

    Witness.ofKeyed(
            "many-states",
            Types.STRING,
            DeclaredState.list("last", Types.LONG),
            DeclaredState.map("names", Types.STRING, Types.LONG),
            DeclaredState.list("counts", Types.STRING),
            DeclaredState.value("visit", Types.DOUBLE),
            DeclaredState.map("fresh", Types.STRING, Types.INT).expiring(),
            DeclaredState.value("fresh-list", Types.INT).expiring())
        .agrees(target);
  }
}
