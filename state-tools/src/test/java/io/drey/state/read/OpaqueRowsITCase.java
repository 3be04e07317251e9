package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Damage;
import io.drey.state.sample.OpaqueStates;
import io.drey.state.sample.Rows;
import io.drey.state.sample.TestingCluster;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpaqueRowsITCase {
  private final Path directory;

  OpaqueRowsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({"hashmap,CANONICAL", "rocksdb,NATIVE"})
  void showsWhatKryoWroteAsItsBytes(String backend, SavepointFormatType format) throws Exception {
    Path savepoint = savepoint(backend, format);

    assertThat(Rows.keyed(savepoint, "opaque-states"))
        .satisfiesExactlyInAnyOrder(
            row -> assertIsSecret(row, 0),
            row -> assertIsSecret(row, 1),
            row -> assertThat(row).isEqualTo(known(0)),
            row -> assertThat(row).isEqualTo(known(1)));
  }

  @ParameterizedTest
  @CsvSource("hashmap,NATIVE")
  void reportsWhatKryoHidesWhereValuesHaveNoLength(String backend, SavepointFormatType format)
      throws Exception {
    Damage damage = Damage.of(savepoint(backend, format));

    assertThat(damage.reports())
        .isNotEmpty()
        .allMatch(
            report ->
                report.matches(
                    "Cannot read .*: the rest of key group \\d+ is lost, since only"
                        + " Kryo<io.drey.state.sample.OpaqueStates\\$Secret> knows where its"
                        + " values end"));
  }

  private Path savepoint(String backend, SavepointFormatType format) throws Exception {
    Map<String, String> settings =
        Map.of("state.backend.type", backend, "pipeline.max-parallelism", "4");
    return TestingCluster.savepoint(settings, OpaqueStates::build, format, directory);
  }

  private static void assertIsSecret(String row, int key) {
    assertThat(row)
        .matches(
            "\\{\"operator\":\"opaque-states\",\"state\":\"secret\",\"key\":"
                + (key + ",\"error\":\"only Kryo<io.drey.state.sample.OpaqueStates\\$Secret>")
                + " knows what these \\d+ bytes are\",\"bytes\":\"[A-Za-z0-9+/=]+\"\\}");
  }

  private static String known(int key) {
    return "{\"operator\":\"opaque-states\",\"state\":\"known\",\"key\":%d,\"value\":%d}"
        .formatted(key, key);
  }
}
