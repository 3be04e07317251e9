// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OldSnapshots;
import io.drey.state.sample.Rows;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.SqlJob;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators of which a savepoint has only hashes, by a file of uids. */
@Timeout(120)
class UidsITCase {
  private static final String DOUBLED =
      """
      version: 1
      operators:
        many-states: {states: {last: {transform: "value * 2"}}}
      """;

  private static final String RENAMED =
      """
      version: 1
      operators:
        many-states: {rename-to: states}
      """;

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path uids;

  UidsITCase(@TempDir Path directory) {
    this.directory = directory;
    this.uids = directory.resolve("uids.txt");
  }

  @Test
  void listsOperatorsOfFlink1ByUid() throws IOException {
    Files.writeString(uids, "# of the job\nkeyed-states\r\n\n  baskets \nnobody\n#windows\n");

    assertThat(run("ls", old(), "-o", "jsonl")).isZero();

    assertThat(drey.err())
        .isEqualTo("drey: warning: " + uids + ":5: no operator has uid 'nobody'\n");
    assertThat(listed(drey.lines())).containsExactlyInAnyOrder("keyed-states", "baskets");
    assertThat(drey.lines()).anyMatch(line -> line.startsWith("{\"uid\":null"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls", "show", "check", "offsets"})
  void warningsAreFoundByStrict(String command) throws IOException {
    Files.writeString(uids, "baskets\nnobody\n");

    assertThat(run(command, old(), "--strict")).isEqualTo(5);

    assertThat(drey.err()).contains("warning: " + uids + ":2: no operator has uid 'nobody'\n");
  }

  @ParameterizedTest
  @CsvSource({"show", "read", "check", "query", "diff", "erase"})
  void everyCommandShowsUids(String command) throws IOException {
    Files.writeString(uids, "keyed-states\nsubtask-states\nbaskets\nwindows\n");
    Stream<String> arguments =
        switch (command) {
          case "read" -> Stream.of(old(), "--operator", "baskets");
          case "query" -> Stream.of(old(), "SHOW TABLES");
          case "diff" -> Stream.of(old(), Snapshots.CANONICAL_OF_HASHMAP.path().toString());
          case "erase" -> Stream.of(old(), "--key", "7");
          default -> Stream.of(old());
        };

    assertThat(run(command, arguments.toArray(String[]::new))).as(drey.err()).isIn(0, 5);

    String hash = OperatorId.ofUid("baskets", "").hash();
    assertThat(drey.out() + drey.err()).contains("baskets").doesNotContain(hash);
  }

  @Test
  void takesTheUidsOfEitherSavepoint() throws IOException {
    Path hashes = withoutUids(Snapshots.CANONICAL_OF_HASHMAP.path());
    Files.writeString(uids, "many-states\nnobody\n");

    assertThat(run("diff", old(), hashes.toString())).as(drey.err()).isEqualTo(5);
    assertThat(run("plan", old(), "--with", hashes.toString())).as(drey.err()).isEqualTo(5);

    assertThat(drey.out()).contains("many-states");
    assertThat(drey.err()).contains(":2: no operator").doesNotContain(":1: no operator");
  }

  @Test
  void addsToSavepointsOfUids() throws IOException {
    Path hashes = withoutUids(Snapshots.CANONICAL_OF_HASHMAP.path());
    Files.writeString(uids, "many-states\nnobody\n");
    Path rows = Files.writeString(directory.resolve("rows"), "{\"key\":\"a\",\"value\":1}\n");
    List<String> types = List.of("--key-type", "String", "--state", "last=value:Long");
    List<String> more =
        List.of("--operator", "more", "--from", rows.toString(), "--max-parallelism", "16");
    Stream<String> arguments =
        Stream.of(types, more, List.of("--onto", hashes.toString(), "--out", directory + "/onto"))
            .flatMap(List::stream);

    assertThat(run("bootstrap", arguments.toArray(String[]::new))).as(drey.err()).isZero();

    assertThat(drey.err()).contains("warning: " + uids + ":2: no operator has uid 'nobody'\n");
    assertThat(uidsOf(directory.resolve("onto"))).containsExactly("more");
  }

  /** Flink 1 has no place for uids in what is written. */
  @Test
  void migratesOperatorsOfFlink1ByUid() throws IOException {
    Files.writeString(uids, "keyed-states\n");
    String plan =
        """
        version: 1
        operators:
          keyed-states: {states: {last: {transform: "value + 100"}}}
        """;
    assertThat(migrate(old(), plan, "by-hash")).isZero();
    assertThat(migrate(old(), plan, "by-uid", "--uids", uids.toString())).as(drey.err()).isZero();

    assertThat(metadata("by-uid")).isEqualTo(metadata("by-hash"));
  }

  @Test
  void tellsUidsThatPlansMayName() throws IOException {
    Files.writeString(uids, "keyed-states\nsubtask-states\nbaskets\nwindows\n");
    String plan = "version: 1\noperators: {basket: drop}\n";

    assertThat(migrate(old(), plan, "dropped", "--uids", uids.toString())).isEqualTo(5);

    assertThat(drey.err()).contains("baskets", "windows");
  }

  @Test
  void writesUidsOnlyOfRenamedOperators() throws IOException {
    Path hashes = withoutUids(Snapshots.CANONICAL_OF_HASHMAP.path());
    Files.writeString(uids, "many-states\nsubtask-states\n");
    String option = uids.toString();

    assertThat(run("convert", hashes.toString(), "--out", directory + "/converted")).isZero();
    assertThat(drey.err()).doesNotContain(OperatorId.ofUid("many-states", "").hash());
    assertThat(migrate(hashes.toString(), DOUBLED, "doubled", "--uids", option)).isZero();
    assertThat(migrate(hashes.toString(), RENAMED, "renamed", "--uids", option)).isZero();

    assertThat(uidsOf(directory.resolve("converted"))).isEmpty();
    assertThat(uidsOf(directory.resolve("doubled"))).isEmpty();
    assertThat(uidsOf(directory.resolve("renamed"))).containsExactly("states");
    assertThat(Rows.keyed(directory.resolve("renamed"), "states")).isNotEmpty();
  }

  @Test
  void namesOperatorsOfSqlJobs() throws Exception {
    Map<String, String> settings =
        Map.of("parallelism.default", "1", "table.exec.uid.generation", "ALWAYS");
    Path savepoint =
        TestingCluster.savepoint(
            settings, SqlJob::build, SavepointFormatType.CANONICAL, directory.resolve("sql"));
    List<String> generated = uidsOf(savepoint);
    assertThat(generated).anyMatch(uid -> uid.endsWith("group-aggregate"));
    Path hashes = withoutUids(savepoint);
    assertThat(uidsOf(hashes)).isEmpty();
    Files.write(uids, generated);

    assertThat(run("ls", hashes.toString(), "-o", "jsonl")).as(drey.err()).isZero();

    assertThat(listed(drey.lines())).containsExactlyInAnyOrderElementsOf(generated);
    String aggregate =
        generated.stream().filter(uid -> uid.endsWith("group-aggregate")).findAny().orElseThrow();
    String plan = "version: 1\noperators:\n  '%s': {rename-to: totals}\n".formatted(aggregate);
    assertThat(migrate(hashes.toString(), plan, "migrated", "--uids", uids.toString())).isZero();
    assertThat(uidsOf(directory.resolve("migrated"))).containsExactly("totals");
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException {
    Files.writeString(uids, "\ufeffbaskets\n");

    assertThat(run("ls", old())).as(drey.err()).isZero();

    assertThat(drey.out()).contains("\"uid\":\"baskets\"");
  }

  @Test
  void refusesWhatNamesNoOperator() throws IOException {
    Files.writeString(uids, "nobody\n" + OperatorId.ofUid("baskets", "").hash() + "\n");

    assertThat(run("ls", old())).isEqualTo(2);

    assertThat(drey.out()).isEmpty();
    assertThat(drey.err())
        .startsWith("drey: Invalid --uids: no operator has a uid that is in '" + uids + "'");
  }

  @Test
  void writesNothingIfItNamesNoOperator() throws IOException {
    Files.writeString(uids, "nobody\n");

    assertThat(run("convert", old(), "--out", directory + "/converted")).isEqualTo(2);

    assertThat(directory.resolve("converted")).doesNotExist();
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    String invalid = "drey: Invalid --uids: ";
    String unread = invalid + "cannot read '" + uids + "': ";
    assertThat(run("ls", old())).isEqualTo(2);
    assertThat(drey.err()).startsWith(unread + "no such file (see drey state ls --help)");
    drey.clear();

    Files.write(uids, new byte[] {'a', (byte) 0xff});
    assertThat(run("ls", old())).isEqualTo(2);
    assertThat(drey.err()).startsWith(unread + "it is not text in UTF-8");
    drey.clear();

    Files.writeString(uids, "# baskets\n\n");
    assertThat(run("ls", old())).isEqualTo(2);
    assertThat(drey.err()).startsWith(invalid + "there is no uid in '" + uids + "'");
    drey.clear();

    Files.delete(uids);
    Files.createDirectory(uids);
    assertThat(run("ls", old())).isEqualTo(2);
    assertThat(drey.err()).startsWith(unread + "Is a directory");
  }

  private static String old() {
    return OldSnapshots.CANONICAL_OF_HASHMAP.path().toString();
  }

  /** Runs a command with the file of uids. */
  private int run(String command, String... more) {
    return drey.run(
        Stream.of(
                Stream.of("state", command), Stream.of(more), Stream.of("--uids", uids.toString()))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private int migrate(String savepoint, String plan, String name, String... more)
      throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".yaml"), plan);
    Path target = directory.resolve(name);
    Stream<String> arguments =
        Stream.of("state", "migrate", savepoint, "--plan", file.toString(), "--execute");
    return drey.run(
        Stream.of(arguments, Stream.of("--out", target.toString()), Stream.of(more))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  /** The same savepoint with nothing but the hashes of its operators. */
  private Path withoutUids(Path savepoint) throws IOException {
    String plan =
        stored(savepoint).operators().stream()
            .map(OperatorSnapshot::id)
            .filter(id -> id.uid() != null)
            .map(id -> "  '%s': {rename-to: '%s'}\n".formatted(id, id.hash()))
            .collect(Collectors.joining("", "version: 1\noperators:\n", ""));
    assertThat(migrate(savepoint.toString(), plan, "hashes")).as(drey.err()).isZero();
    drey.clear();
    return directory.resolve("hashes");
  }

  private static List<String> uidsOf(Path savepoint) {
    return stored(savepoint).operators().stream()
        .map(each -> each.id().uid())
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<String> listed(List<String> lines) {
    String uid = "{\"uid\":\"";
    return lines.stream()
        .filter(line -> line.startsWith(uid))
        .map(line -> line.substring(uid.length(), line.indexOf("\",\"hash")))
        .toList();
  }

  private static Metadata stored(Path savepoint) {
    return SnapshotFiles.at(savepoint.toString()).metadata();
  }

  private byte[] metadata(String name) throws IOException {
    return Files.readAllBytes(directory.resolve(name).resolve("_metadata"));
  }
}
