// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.flink120.Parcel;
import io.drey.state.sample.OldSnapshots;
import io.drey.state.sample.Parcels;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import io.drey.state.witness.DeclaredList;
import io.drey.state.witness.DeclaredState;
import io.drey.state.witness.Witness;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class UpgradeITCase {
  private static final List<String> BACKENDS = List.of("hashmap", "rocksdb");
  private static final String TRANSACTIONS =
      "org.apache.flink.streaming.api.functions.sink.TwoPhaseCommitSinkFunction"
          + "$StateSerializerSnapshot";

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path target;

  UpgradeITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("upgraded");
  }

  /** If this fails Flink can do it, and the command is of no use. */
  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void flinkDoesNotRestoreWhatIsNotUpgraded(String backend) throws Exception {
    Path savepoint = OldSnapshots.CANONICAL_OF_HASHMAP.ofParcels();
    assertThat(starts(savepoint, backend)).isFalse();

    assertThat(upgrade(savepoint, "--execute")).as(drey.err()).isZero();

    assertThat(starts(target, backend)).isTrue();
  }

  private boolean starts(Path savepoint, String backend) throws Exception {
    return TestingCluster.startsFrom(savepoint, settings(backend), Parcels::build, directory);
  }

  @ParameterizedTest
  @EnumSource
  void upgradesWhatFlink2Restores(OldSnapshots snapshot) throws Exception {
    Path savepoint = snapshot.ofParcels();
    assertThat(upgrade(savepoint, "--execute")).as(drey.err()).isZero();

    List<String> rows = rows(savepoint);
    assertThat(rows(target)).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(rows.stream().filter(row -> row.contains("\"state\":\"one\""))).hasSize(10);
    assertThat(rows.stream().filter(row -> row.contains("\"state\":\"own\""))).hasSize(10);
    for (String backend : BACKENDS) {
      Map<String, String> settings = settings(backend);
      settings.put("execution.state-recovery.path", target.toString());
      Path after =
          TestingCluster.savepoint(
              settings, Parcels::build, SavepointFormatType.NATIVE, directory.resolve(backend));

      assertThat(rows(after))
          .as(backend)
          .containsExactlyInAnyOrderElementsOf(
              rows.stream().map(UpgradeITCase::continued).toList());
    }
  }

  @Test
  void agreesWithFlink2OnWhatIsUpgraded() throws Exception {
    assertThat(upgrade(OldSnapshots.CANONICAL_OF_ROCKSDB.ofParcels(), "--execute"))
        .as(drey.err())
        .isZero();

    TypeInformation<Parcel> type = TypeInformation.of(Parcel.class);
    Witness.ofKeyed(
            "parcels",
            Types.LONG,
            DeclaredState.value("one", type),
            DeclaredState.value("fresh", type).expiring(),
            DeclaredState.list("list", type),
            DeclaredState.map("map", Types.STRING, type),
            DeclaredState.value("tags", TypeInformation.of(new TypeHint<List<String>>() {})),
            DeclaredState.value("plain", Types.LONG))
        .with(DeclaredList.split("own", type))
        .agrees(target);
  }

  /** What the job makes of a row. */
  private static String continued(String row) {
    String counted =
        row.contains("\"state\":\"own\"")
            ? row
            : row.replaceAll("\"visits\":\\[[0-9]+,[0-9]+]", "\"visits\":[2]");
    if (row.contains("\"state\":\"tags\"")) {
      return row.replace(",\"\"]", ",\"\",\"again\"]");
    }
    if (row.contains("\"state\":\"plain\"")) {
      long before = Long.parseLong(row.replaceAll(".*\"value\":([0-9]+)}", "$1"));
      return row.replace("\"value\":" + before, "\"value\":" + (before + 1));
    }
    return counted;
  }

  @Test
  void showsWhatWouldChange() {
    assertThat(upgrade(OldSnapshots.CANONICAL_OF_ROCKSDB.ofParcels(), "-o", "csv"))
        .as(drey.err())
        .isZero();

    assertThat(drey.lines().get(0)).isEqualTo("operator,state,type,new type,entries,new bytes");
    assertThat(drey.lines())
        .extracting(line -> line.split(",", 3)[1])
        .containsExactlyInAnyOrder("state", "one", "fresh", "list", "map", "tags", "own");
    assertThat(drey.lines().stream().filter(line -> line.contains(",tags,")))
        .singleElement()
        .asString()
        .contains(",tags,Kryo<java.util.List>,List<String>,10,");
    assertThat(drey.err()).isEqualTo("nothing is written: see --execute\n");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void namesWhatStays() {
    assertThat(upgrade(OldSnapshots.CANONICAL_OF_HASHMAP.path(), "--execute")).isEqualTo(5);

    assertThat(drey.err())
        .isEqualTo(
            """
            drey: Cannot upgrade state 'basket' of operator '887e793494bb3f605aeb4a1ffac1ce2f': \
            Kryo<java.util.List> in anything: its elements are of 18 classes, such as [B and \
            java.lang.Boolean
            nothing is written: drop these states first, by drey state migrate
            """);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void saysOfEachStateWhyItStays() {
    assertThat(upgrade(OldSnapshots.ofLeftovers())).isEqualTo(5);

    assertThat(drey.err().replaceAll("of operator '[0-9a-f]{32}'", "of ID").lines())
        .containsExactlyInAnyOrder(
            "drey: Cannot upgrade state 'object' of ID: Kryo<io.drey.flink120.Leftovers$Secret>",
            "drey: Cannot upgrade state 'objects' of ID: only the job can read some of its"
                + " operator's Kryo<java.util.List>",
            "drey: Cannot upgrade state 'empty' of ID: Kryo<java.util.List>: there are no elements"
                + " that would tell of which class they are",
            "drey: Cannot upgrade state 'linked' of ID: Kryo<java.util.LinkedList>",
            "drey: Cannot upgrade state 'nested' of ID: Kryo<java.util.List>: its elements are of"
                + " java.util.ArrayList, which Flink 2 gives to Kryo too",
            "drey: Cannot upgrade state 'null-key' of ID: Kryo<java.util.Map>: one of its keys is"
                + " null",
            "drey: Cannot upgrade state '_op_state' of ID: its keys are Kryo<java.net.URI>, and keys"
                + " are left as they are",
            "drey: Cannot upgrade state 'uris' of ID: its map keys are Kryo<java.net.URI>, and keys"
                + " are left as they are",
            "drey: Cannot upgrade state 'by-uri' of ID: its namespaces are Kryo<java.net.URI>, and"
                + " keys are left as they are",
            "drey: Cannot upgrade state 'transaction' of ID: Flink 2 has no " + TRANSACTIONS,
            "drey: Cannot upgrade state 'transactions' of ID: Flink 2 has no " + TRANSACTIONS,
            "nothing is written: drop these states first, by drey state migrate");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void leavesSavepointsOfFlink2AsTheyAre() {
    Path savepoint = Snapshots.NATIVE_OF_ROCKSDB.path();
    assertThat(upgrade(savepoint, "--execute")).as(drey.err()).isZero();

    assertThat(drey.run("state", "diff", savepoint.toString(), target.toString()))
        .as(drey.err())
        .isZero();
  }

  private int upgrade(Path savepoint, String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = "state";
    arguments[1] = "upgrade";
    arguments[2] = savepoint.toString();
    arguments[3] = "--out";
    arguments[4] = target.toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return drey.run(arguments);
  }

  /** All rows of the operator; the order of sets is none. */
  private static List<String> rows(Path savepoint) {
    TestingDrey reading = new TestingDrey();
    reading.run("state", "read", savepoint.toString(), "--operator", "parcels", "-o", "jsonl");
    assertThat(reading.err()).isEmpty();
    return reading.lines().stream()
        .map(row -> row.replaceFirst("\"operator\":\"[^\"]*\",", ""))
        .map(row -> row.replaceFirst("\"subtask\":[0-9],", ""))
        .map(row -> row.replaceAll(",\"last_access\":\"[^\"]*\"", ""))
        .map(
            row ->
                row.replaceAll("\"numbers\":\\[(1099511627776),(-?[0-9]+)]", "\"numbers\":[$2,$1]"))
        .toList();
  }

  private static Map<String, String> settings(String backend) {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", "1");
    settings.put("pipeline.max-parallelism", "16");
    return settings;
  }
}
