// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OldMetadata;
import io.drey.state.sample.OneState;
import io.drey.state.sample.OneState.Kind;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.table.data.RawValueData;
import org.apache.flink.table.runtime.typeutils.RawValueDataSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays for which no job of Flink 1.20 is at hand. */
class RemainderITCase {
  private static final String SCALA =
      "state-tools/src/test/resources/flink-snapshots/flink-tests-1.20.0"
          + "/stateful-scala-udf-migration-itcase-flink1.19-rocksdb-savepoint";

  @Test
  void namesWhatIsOfScala() {
    assertThat(remainders(Path.of(System.getProperty("drey.root")).resolve(SCALA)))
        .contains(
            "Cannot upgrade state 'sourceState' of operator '4df504eeb6a1733fdcdc90f79c5fcb20':"
                + " Flink 2 has no"
                + " org.apache.flink.api.scala.typeutils.ScalaCaseClassSerializerSnapshot");
  }

  @Test
  void namesRawValuesOfKryo(@TempDir Path directory) throws Exception {
    SerializerConfig settings = new ExecutionConfig().getSerializerConfig();
    RawValueDataSerializer<URI> raw =
        new RawValueDataSerializer<>(TypeInformation.of(URI.class).createSerializer(settings));
    OneState<RawValueData<URI>> job =
        new OneState<>(Kind.VALUE, raw, i -> RawValueData.fromObject(URI.create("r:" + i)));
    Path savepoint =
        TestingCluster.savepoint(
            Map.of("parallelism.default", "1"),
            environment -> job.build(environment, i -> i, Types.LONG),
            SavepointFormatType.CANONICAL,
            directory);

    assertThat(remainders(OldMetadata.of(savepoint)))
        .singleElement()
        .asString()
        .startsWith("Cannot upgrade state 'kept' of operator '")
        .endsWith("': Kryo<java.net.URI>");
  }

  private static List<String> remainders(Path savepoint) {
    return Upgrade.of(SnapshotFiles.at(savepoint.toString())).remainders().stream()
        .map(Remainder::toString)
        .toList();
  }
}
