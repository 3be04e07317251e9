// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.inspect.Finding;
import io.drey.state.inspect.SavepointCheck;
import io.drey.state.rewrite.edit.ElementEdit;
import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit.ListEdit;
import io.drey.state.rewrite.edit.StateEdit;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SavepointRewriteITCase {
  private static final List<String> KEYED = List.of("many-states", "windows");

  private final Path directory;

  SavepointRewriteITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  /** Merged files become files of their own, and files of checkpoints come to lie beside it. */
  @ParameterizedTest
  @EnumSource
  void copiesWhatIsNotEdited(Snapshots snapshot) throws Exception {
    Path copy = rewrite(snapshot.path(), "copy", edit -> edit);

    for (String operator : KEYED) {
      assertThat(Rows.keyed(copy, operator)).isEqualTo(Rows.keyed(snapshot.path(), operator));
    }
    assertThat(Rows.operator(copy, "subtask-states"))
        .isEqualTo(Rows.operator(snapshot.path(), "subtask-states"));
    assertThat(SnapshotFiles.at(copy.toString()).metadata().references())
        .allMatch(reference -> !reference.slice().path().contains("/"));
    assertThat(damage(copy)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = ".*(CANONICAL|NATIVE)_OF_ROCKSDB|MANY.*")
  void keepsEveryByteOfSavepoints(Snapshots snapshot) throws Exception {
    Path copy = rewrite(snapshot.path(), "copy", edit -> edit);

    for (Path file : files(snapshot.path())) {
      assertThat(copy.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
    assertThat(files(copy)).hasSameSizeAs(files(snapshot.path()));
  }

  @ParameterizedTest
  @EnumSource
  void makesAnyFormatCanonical(Snapshots snapshot) throws Exception {
    Path canonical = canonical(snapshot, "canonical");

    assertThat(Rows.keyed(canonical, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
    assertThat(Rows.keyed(canonical, "windows"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
    assertThat(damage(canonical)).isEmpty();
  }

  @Test
  void writesTheSameBytesEachTime() throws Exception {
    Path one = canonical(Snapshots.CHECKPOINT_OF_HASHMAP, "one");
    Path other = canonical(Snapshots.CHECKPOINT_OF_HASHMAP, "other");

    for (Path file : files(one)) {
      assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void countsWhatItReads() throws Exception {
    SnapshotFiles files = SnapshotFiles.at(Snapshots.NATIVE_OF_HASHMAP.path().toString());
    List<StateResult> results =
        SavepointRewrite.write(files, Conversion.of(files.metadata()), RewriteTarget.NOWHERE);

    assertThat(files.progress().entries())
        .isPositive()
        .isEqualTo(results.stream().mapToLong(StateResult::read).sum());
  }

  @ParameterizedTest
  @CsvSource({
    "NATIVE_OF_HASHMAP, rocksdb",
    "COMPRESSED_NATIVE_OF_HASHMAP, hashmap",
    "INCREMENTAL_CHECKPOINT_OF_ROCKSDB, hashmap",
    "RAW_TIMERS_OF_ROCKSDB, rocksdb",
    "NATIVE_OF_FORST, hashmap"
  })
  void writesWhatAJobRestores(Snapshots snapshot, String backend) throws Exception {
    Path canonical = canonical(snapshot, "canonical");

    Path after =
        TestingCluster.savepoint(
            settings(backend, canonical),
            SampleJob::buildQuiet,
            SavepointFormatType.CANONICAL,
            directory);

    assertThat(Rows.keyed(after, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
    assertThat(Rows.keyed(after, "windows"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
  }

  @ParameterizedTest
  @CsvSource({
    "CANONICAL_OF_HASHMAP, 16, 1000, rocksdb",
    "MANY_KEY_GROUPS_NATIVE, 1000, 7, hashmap",
    "RAW_TIMERS_OF_ROCKSDB, 16, 32768, hashmap"
  })
  void changesTheMaxParallelism(Snapshots snapshot, int before, int after, String backend)
      throws Exception {
    Path rescaled = rewrite(snapshot.path(), "rescaled", edit -> edit.withMaxParallelism(after));

    assertThat(SnapshotFiles.at(snapshot.path().toString()).metadata().operators())
        .extracting(OperatorSnapshot::maxParallelism)
        .contains(before);
    assertThat(damage(rescaled)).isEmpty();
    Map<String, String> settings = settings(backend, rescaled);
    settings.put("pipeline.max-parallelism", String.valueOf(after));
    Path restored =
        TestingCluster.savepoint(
            settings, SampleJob::buildQuiet, SavepointFormatType.CANONICAL, directory);
    assertThat(Rows.keyed(restored, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
    assertThat(Rows.keyed(restored, "windows"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
  }

  @Test
  void renamesAndDropsStates() throws Exception {
    Path source = Snapshots.NATIVE_OF_HASHMAP.path();

    Path changed = rewrite(source, "changed", SavepointRewriteITCase::renamed);

    List<String> expected =
        ExpectedRows.ofManyStates().stream()
            .filter(row -> row.contains("\"state\":\"last\""))
            .map(row -> row.replace("many-states", "states").replace("\"last\"", "\"newest\""))
            .toList();
    assertThat(expected).hasSize(SampleJob.KEYS);
    assertThat(Rows.keyed(changed, "states")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Rows.operator(changed, "subtask-states"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            Rows.operator(source, "subtask-states").stream()
                .filter(row -> !row.contains("\"state\":\"offsets\""))
                .map(row -> row.replace("\"rules\"", "\"laws\""))
                .toList());
    assertThat(damage(changed)).isEmpty();
  }

  private static OperatorEdit renamed(OperatorEdit edit) {
    return switch (edit.id().toString()) {
      case "many-states" ->
          edit.withId(OperatorId.ofUid("states", "Many states"))
              .withKeyed(SavepointRewriteITCase::onlyLast);
      case "subtask-states" -> edit.withOperator(SavepointRewriteITCase::withoutOffsets);
      default -> edit;
    };
  }

  private static @Nullable StateEdit onlyLast(KeyedState state, StateHeader header) {
    return state.name().equals("last") ? StateEdit.named("newest", header, state) : null;
  }

  private static @Nullable ListEdit withoutOffsets(OperatorState state, StateHeader header) {
    return switch (state.name()) {
      case "rules" -> new ListEdit(header.named("laws"), ElementEdit.KEEP);
      case "offsets" -> null;
      default -> ListEdit.keep(header);
    };
  }

  private Path canonical(Snapshots snapshot, String name) throws IOException {
    return rewrite(snapshot.path(), name, edit -> edit.withKeyed(KeyedEdit.KEEP));
  }

  private Path rewrite(Path source, String name, UnaryOperator<OperatorEdit> edit)
      throws IOException {
    SnapshotFiles files = SnapshotFiles.at(source.toString());
    List<OperatorEdit> edits =
        files.metadata().operators().stream().map(OperatorEdit::none).map(edit).toList();
    Path target = directory.resolve(name);
    try (SavepointDirectory output = SavepointDirectory.create(target)) {
      SavepointRewrite.write(files, edits, RewriteTarget.of(output));
      output.complete();
    }
    return target;
  }

  private static List<Finding> damage(Path snapshot) {
    return SavepointCheck.of(SnapshotFiles.at(snapshot.toString())).findings().stream()
        .filter(Finding::isDamage)
        .toList();
  }

  private static List<Path> files(Path snapshot) throws IOException {
    try (Stream<Path> files = Files.list(snapshot)) {
      return files.sorted().toList();
    }
  }

  private static Map<String, String> settings(String backend, Path restored) {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", "3");
    settings.put("pipeline.max-parallelism", "16");
    settings.put("execution.state-recovery.path", restored.toString());
    return settings;
  }
}
