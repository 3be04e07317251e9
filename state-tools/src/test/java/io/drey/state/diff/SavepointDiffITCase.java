// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.json.JsonWriter;
import io.drey.state.sample.ChangingJob;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.Readings;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavepointDiffITCase {
  private static final long NO_MEMORY = 0;
  private static final long AMPLE = 1 << 26;

  private final Path directory;

  SavepointDiffITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @AfterEach
  void leavesNoTemporaryFile() throws IOException {
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void findsTheSameOutsideOfMemory() {
    List<String> inMemory = changes(AMPLE);

    assertThat(inMemory).hasSizeGreaterThan(50);
    assertThat(changes(NO_MEMORY)).isEqualTo(inMemory);
  }

  @Test
  void findsEachEntryOutsideOfMemory() {
    Difference difference =
        diff(
            Snapshots.MANY_KEY_GROUPS.path(),
            Snapshots.CANONICAL_OF_HASHMAP.path(),
            NO_MEMORY,
            new Recording());

    assertThat(difference.isFound()).isFalse();
    assertThat(difference.damage()).isEmpty();
    int ofKeys = 15 * SampleJob.KEYS;
    int ofWindows = 2 * 4;
    int ofSubtasks = SampleJob.RULES + 2 * 3;
    assertThat(difference.entries())
        .isEqualTo(new DiffCounts(0, 0, 0, ofKeys + ofWindows + ofSubtasks));
  }

  @Test
  void tellsHowMuchItHasReadOfBothSides() {
    SnapshotFiles from = SnapshotFiles.at(ChangingJob.BEFORE.path().toString());
    SnapshotFiles to = SnapshotFiles.at(ChangingJob.AFTER.path().toString());
    Readings readings =
        new Readings().add(from, from.metadata().operators()).add(to, to.metadata().operators());

    Difference difference = diff(from, to, AMPLE, new Recording());

    DiffCounts counts = difference.entries();
    assertThat(readings.entries())
        .isGreaterThanOrEqualTo(
            counts.added() + counts.removed() + 2 * (counts.changed() + counts.equal()));
    assertThat(readings.bytes()).isPositive().isLessThanOrEqualTo(readings.allBytes());
  }

  @Test
  void cleansUpWhereTheOutputFails() {
    DiffSink failing =
        new Recording() {
          @Override
          public void entry(JsonWriter row) {
            throw new IllegalStateException("full");
          }
        };

    assertThatThrownBy(
            () -> diff(ChangingJob.BEFORE.path(), ChangingJob.AFTER.path(), NO_MEMORY, failing))
        .hasMessage("full");
  }

  @Test
  void stopsWhereNobodyListens() {
    Recording closed =
        new Recording() {
          @Override
          public boolean isClosed() {
            return !told.isEmpty();
          }
        };

    Difference difference =
        diff(ChangingJob.BEFORE.path(), ChangingJob.AFTER.path(), NO_MEMORY, closed);

    assertThat(difference.isFound()).isTrue();
    assertThat(closed.told)
        .hasSizeLessThan(20)
        .filteredOn(line -> line.contains("\"key\""))
        .hasSize(1);
  }

  private List<String> changes(long memory) {
    Recording recording = new Recording();
    diff(ChangingJob.BEFORE.path(), ChangingJob.AFTER.path(), memory, recording);
    return recording.told;
  }

  private Difference diff(Path from, Path to, long memory, DiffSink sink) {
    return diff(SnapshotFiles.at(from.toString()), SnapshotFiles.at(to.toString()), memory, sink);
  }

  private Difference diff(SnapshotFiles from, SnapshotFiles to, long memory, DiffSink sink) {
    DiffOptions options =
        new DiffOptions(/* rows= */ true, /* withTtl= */ false, directory, memory);
    return SavepointDiff.compare(from, to, operator -> true, options, sink);
  }

  private static class Recording implements DiffSink {
    final List<String> told = new ArrayList<>();

    @Override
    public void entry(JsonWriter row) {
      told.add(row.toString());
    }

    @Override
    public void state(StateChange change) {
      told.add(change.toString());
    }

    @Override
    public boolean isClosed() {
      return false;
    }
  }
}
