// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Rows;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Snapshots that Flink's own project keeps for its tests: some of them always, and with {@code
 * -Pfull} all that its test jars hold.
 */
class FlinksSnapshotsITCase {
  private static final Path CHOSEN = Path.of("src", "test", "resources", "flink-snapshots");
  private static final Path ALL = Path.of("target", "corpus", "snapshots");
  private static final String ROW_ERROR = "\"error\":\"";

  /** Why a snapshot may be left unread, and what is said of it then; by a part of its path. */
  private static final Map<String, String> UNREAD =
      Map.of(
          "flink1.8", "Flink 1.3 to 1.10 wrote it (metadata version 2;",
          "flink1.9", "Flink 1.3 to 1.10 wrote it (metadata version 2;",
          "flink1.10", "Flink 1.3 to 1.10 wrote it (metadata version 2;",
          // these had the changelog switched on, at random
          "udf-migration-itcase-flink1.16-rocksdb-checkpoint", "it holds a changelog",
          "udf-migration-itcase-flink1.19-hashmap-checkpoint", "it holds a changelog",
          "udf-migration-itcase-flink1.16-hashmap-checkpoint", "it holds a changelog",
          "udf-migration-itcase-flink1.17-hashmap-checkpoint", "it holds a changelog",
          // its values of a single byte end anywhere
          "type-serializer-snapshot-migration", "knows where its values end");

  /** A serializer of the tests themselves. */
  private static final String UNDECODED =
      "only org.apache.flink.test.migration.TypeSerializerSnapshotMigrationITCase";

  private static final List<Took> TIMES = new ArrayList<>();

  private final TestingDrey drey = new TestingDrey();

  private record Took(String snapshot, long millis) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("snapshots")
  void isReadByEveryCommand(Path snapshot) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String path = snapshot.toString();
    String reason = unread(path);

    run(reason, "ls", path);
    run(reason, "show", path, "-o", "jsonl");
    run(reason, "check", path, "-o", "jsonl");
    String found = drey.out();
    read(snapshot, reason);

    assertThat(found.lines())
        .as("damage in " + snapshot)
        .noneMatch(line -> line.contains("\"severity\":\"damage\""));
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    TIMES.add(new Took(path, nanos / 1_000_000));
  }

  /** What cannot be read cannot be converted either. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("snapshots")
  void isConvertedWithoutLoss(Path snapshot, @TempDir Path directory) throws IOException {
    Path target = directory.resolve("canonical");
    String reason = unread(snapshot.toString());

    int exit = drey.run("state", "convert", snapshot.toString(), "--out", target.toString());

    boolean isUnaligned = drey.err().contains("in-flight events of an unaligned checkpoint");
    assertThat(exit)
        .as(drey.err())
        .isIn(reason == null && !isUnaligned ? List.of(0) : List.of(0, 5, 6));
    if (exit == 0) {
      assertThat(rows(target)).isEqualTo(rows(snapshot));
      assertThat(SnapshotFiles.at(target.toString()).metadata().operators())
          .flatExtracting(OperatorSnapshot::subtasks)
          .extracting(SubtaskSnapshot::managedKeyed)
          .allMatch(handle -> handle == null || isCanonical(handle));
    }
  }

  private static boolean isCanonical(KeyedHandle handle) {
    return handle instanceof Sections sections && sections.layout() == Layout.CANONICAL;
  }

  /** All rows, sorted: canonical files may have the states of a key group in another order. */
  private static List<String> rows(Path snapshot) {
    return SnapshotFiles.at(snapshot.toString()).metadata().operators().stream()
        .map(operator -> operator.id().toString())
        .flatMap(
            id ->
                Stream.concat(
                    Rows.keyed(snapshot, id).stream(), Rows.operator(snapshot, id).stream()))
        .sorted()
        .toList();
  }

  @Test
  void holdsTheSameInEveryFormat() throws IOException {
    Map<String, Map<Path, List<String>>> jobs = new TreeMap<>();
    for (Path snapshot : snapshots().toList()) {
      String name = snapshot.getFileName().toString();
      boolean isWhole = unread(snapshot.toString()) == null;
      if (isWhole && name.contains("-flink")) {
        jobs.computeIfAbsent(name.substring(0, name.indexOf("-flink")), job -> new TreeMap<>())
            .put(snapshot, comparable(read(snapshot, null)));
      }
    }

    assertThat(jobs).hasSize(6);
    jobs.forEach(
        (job, snapshots) -> {
          List<String> first = snapshots.values().iterator().next();
          assertThat(first).as(job).isNotEmpty();
          snapshots.forEach(
              (snapshot, rows) -> assertThat(rows).as(snapshot.toString()).isEqualTo(first));
        });
  }

  @AfterAll
  static void tellTheSlowest(TestReporter reporter) {
    TIMES.sort(Comparator.comparing(Took::millis).reversed());
    reporter.publishEntry("snapshots read", String.valueOf(TIMES.size()));
    TIMES.stream()
        .limit(3)
        .forEach(
            took ->
                reporter.publishEntry(took.snapshot(), took.millis() + " ms of processor time"));
  }

  static Stream<Path> snapshots() throws IOException {
    List<Path> found = new ArrayList<>();
    Set<String> contents = new HashSet<>();
    for (Path root : List.of(CHOSEN, ALL)) {
      if (Files.exists(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(each -> each.endsWith("_metadata")).sorted().toList()) {
            // jars of several versions hold the same ones
            if (contents.add(new String(Files.readAllBytes(file), ISO_8859_1))) {
              found.add(file.getParent());
            }
          }
        }
      }
    }
    assertThat(found).hasSizeGreaterThanOrEqualTo(Files.exists(ALL) ? 500 : 30);
    return found.stream();
  }

  private static @Nullable String unread(String path) {
    return UNREAD.entrySet().stream()
        .filter(entry -> path.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Runs a command, which reads all unless there is a reason why it cannot. */
  private void run(@Nullable String reason, String... arguments) {
    drey.clear();
    List<String> all = new ArrayList<>(List.of("state"));
    all.addAll(List.of(arguments));
    int exit = drey.run(all.toArray(String[]::new));
    if (exit != 0) {
      assertThat(drey.out() + drey.err()).as(String.join(" ", all)).contains("" + reason);
      assertThat(exit).isEqualTo(6);
    }
  }

  private List<String> read(Path snapshot, @Nullable String reason) {
    List<String> rows = new ArrayList<>();
    for (String operator : operators(snapshot, reason)) {
      run(reason, "read", snapshot.toString(), "--operator", operator, "-o", "jsonl");
      rows.addAll(drey.lines());
    }
    assertThat(rows)
        .as("undecoded in " + snapshot)
        .filteredOn(row -> row.contains(ROW_ERROR) || row.contains(":{\"bytes\":"))
        .allMatch(row -> row.contains(ROW_ERROR + UNDECODED));
    return rows;
  }

  private static List<String> operators(Path snapshot, @Nullable String reason) {
    try {
      return SnapshotFiles.at(snapshot.toString()).metadata().operators().stream()
          .map(OperatorSnapshot::id)
          .map(id -> id.hash())
          .toList();
    } catch (SavepointException e) {
      assertThat(e).hasMessageContaining("" + reason);
      return List.of();
    }
  }

  /** Leaves out what differs from run to run: hashes, instants of timers, lines of sources. */
  private static List<String> comparable(List<String> rows) {
    return rows.stream()
        .map(row -> row.replaceFirst("\"operator\":\"[^\"]*\",", ""))
        .map(row -> row.replaceFirst("\"stackTrace\":\\[.*?\\]", ""))
        .map(row -> row.contains("processing") ? row.replaceFirst("\"timestamp\":.*", "") : row)
        .sorted()
        .toList();
  }
}
