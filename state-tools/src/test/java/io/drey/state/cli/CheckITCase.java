// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.EmitOnce;
import io.drey.state.sample.OpaqueStates;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  CheckITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingWhereNothingIsWrong(Snapshots snapshot) {
    assertThat(check(snapshot.path(), "--strict")).isZero();

    assertThat(drey.out()).isEmpty();
    assertThat(drey.err()).matches("read \\d+ operators, \\d+ entries, [\\d,]+ bytes\n");
  }

  @Test
  void findsAMissingFile() throws IOException {
    Path file = Copies.of(Snapshots.NATIVE_OF_ROCKSDB.path(), directory).get(0);
    Files.delete(file);

    assertThat(check(directory)).isEqualTo(6);

    assertThat(drey.lines())
        .anyMatch(
            line ->
                line.startsWith("{\"severity\":\"damage\",\"operator\":")
                    && line.contains("\"finding\":\"Cannot read " + file + ": no such file\""));
    assertThat(drey.err()).endsWith("drey: Cannot read all of " + directory + ": see above\n");
  }

  @Test
  void findsAKeyThatLiesWhereItDoesNotBelong() throws IOException {
    // the key of a state, as Flink writes strings: its length and one, and its characters
    String written = "\u0008key-39";
    boolean isFound = false;
    for (Path file : Copies.of(Snapshots.CANONICAL_OF_ROCKSDB.path(), directory)) {
      String bytes = Files.readString(file, ISO_8859_1);
      isFound |= bytes.contains("\u0007key-39");
      Files.writeString(file, bytes.replaceFirst("\u0007key-39", "\u0007key-3z"), ISO_8859_1);
    }
    assertThat(isFound).as(written).isTrue();

    assertThat(check(directory)).isEqualTo(6);
    assertThat(drey.out())
        .containsPattern("a key is in key group \\d+ but its hash belongs to key group \\d+");
  }

  @Test
  void findsTheNameOfASerializerThatNoFlinkHas() throws IOException {
    Copies.of(Snapshots.CANONICAL_OF_ROCKSDB.path(), directory);
    Path metadata = directory.resolve("_metadata");
    String known = "org.apache.flink.api.common.typeutils.base.LongSerializer";
    boolean isFound = false;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, ISO_8859_1);
        isFound |= bytes.contains(known);
        String flipped = known.replace("LongS", "LongR");
        Files.writeString(file, bytes.replace(known, flipped), ISO_8859_1);
      }
    }
    assertThat(isFound).as(metadata.toString()).isTrue();

    assertThat(check(directory, "--strict")).isNotZero();
    assertThat(drey.out())
        .contains(
            "unknown serializer of Flink: org.apache.flink.api.common.typeutils.base.LongRerializer");
  }

  @Test
  void readsFilesOutsideOfTheDirectoryOnlyWhereThatIsAllowed() throws IOException {
    Path savepoint = Files.createDirectory(directory.resolve("savepoint"));
    List<Path> files = Copies.of(Snapshots.CANONICAL_OF_ROCKSDB.path(), savepoint);
    Path metadata = savepoint.resolve("_metadata");
    String name = String.valueOf(files.get(0).getFileName());
    String outside = ("../" + "x".repeat(name.length())).substring(0, name.length());
    String bytes = Files.readString(metadata, ISO_8859_1);
    assertThat(bytes).contains(name);
    Files.writeString(metadata, bytes.replace(name, outside), ISO_8859_1);

    Files.move(files.get(0), savepoint.resolve(outside));

    assertThat(check(savepoint)).isEqualTo(6);
    assertThat(drey.out())
        .contains("the name of a file leads out of its directory: '" + outside + "'")
        .contains("--allow-path");
    assertThat(check(savepoint, "--allow-path", savepoint + "/elsewhere")).isEqualTo(6);
    assertThat(check(savepoint, "--allow-path", directory.toString())).isZero();
  }

  @Test
  void readsNoSpecialFile() throws Exception {
    List<Path> files = Copies.of(Snapshots.CANONICAL_OF_ROCKSDB.path(), directory);
    Path file = files.get(0);
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    assertThat(check(directory)).isEqualTo(6);
    assertThat(drey.out()).contains("Cannot read " + file + ": it is not a regular file");
  }

  @Test
  void warnsOfKryoAndMissingUidsAndLostTimers() throws Exception {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", "rocksdb",
            "state.backend.rocksdb.timer-service.factory", "HEAP",
            "pipeline.max-parallelism", "4");
    Path savepoint =
        TestingCluster.savepoint(
            settings, CheckITCase::oddJob, SavepointFormatType.NATIVE, directory);

    assertThat(check(savepoint)).isZero();
    assertThat(drey.lines())
        .satisfiesExactlyInAnyOrder(
            row ->
                assertThat(row)
                    .isEqualTo(
                        finding(
                            "unsupported",
                            "'opaque-states','state':null",
                            "only Kryo<io.drey.state.sample.OpaqueStates$Secret> can decode some"
                                + " of its values",
                            "name a jar with that class by --jar")),
            row ->
                assertThat(row)
                    .isEqualTo(
                        warning(
                            "'opaque-states','state':'secret'",
                            "serialized by Kryo: Kryo<io.drey.state.sample.OpaqueStates$Secret>",
                            "use a type that Flink can serialize without Kryo, else its fields can"
                                + " never change")),
            row ->
                assertThat(row.replaceAll("[0-9a-f]{32}", "HASH"))
                    .isEqualTo(
                        warning(
                            "'HASH','state':null",
                            "the operator has no uid",
                            "set a uid before the job graph changes")),
            row ->
                assertThat(row)
                    .isEqualTo(
                        warning(
                            "null,'state':null",
                            "it has no timers: a native savepoint loses those of"
                                + " state.backend.rocksdb.timer-service.factory=HEAP",
                            "if the job registers timers, take a canonical savepoint")));
    assertThat(check(savepoint, "--strict")).isEqualTo(5);
  }

  @SuppressWarnings("deprecation") // see EmitOnce
  private static void oddJob(StreamExecutionEnvironment environment) {
    OpaqueStates.build(environment);
    environment
        .addSource(new EmitOnce(2, 0), Types.LONG)
        .uid("numbers")
        .keyBy(i -> i, Types.LONG)
        .reduce(Long::sum)
        .sinkTo(new DiscardingSink<>());
  }

  private static String warning(String place, String finding, String advice) {
    return finding("warning", place, finding, advice);
  }

  private static String finding(String severity, String place, String finding, String advice) {
    return ("{'severity':'%s','operator':%s,'finding':'%s','advice':'" + advice + "'}")
        .formatted(severity, place, finding)
        .replace("job's", "job_s")
        .replace('\'', '"')
        .replace("job_s", "job's");
  }

  private int check(Path savepoint, String... options) {
    List<String> arguments = new ArrayList<>(List.of("state", "check"));
    arguments.add(savepoint.toString());
    arguments.addAll(List.of(options));
    return drey.run(arguments.toArray(new String[0]));
  }
}
