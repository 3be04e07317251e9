// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavepointPathTest {
  private final Path directory;

  SavepointPathTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void takesTheNewestSavepointBelow() throws IOException {
    write("job-a/chk-9", 1000);
    Path newest = write("job-b/chk-2", 3000);
    write("job-b/chk-10", 2000);
    Files.createDirectories(directory.resolve("job-b/chk-11"));

    assertThat(SavepointPath.resolve(directory.toString())).isEqualTo("file://" + newest);
    assertThat(SavepointPath.resolve(newest.toString())).isEqualTo("file://" + newest);
  }

  @Test
  void isReadByFlinkWhateverItsName() throws IOException {
    Path savepoint = write("a b%20c/chk-1", 1000);

    String resolved = SavepointPath.resolve(savepoint.toString());

    assertThat(new org.apache.flink.core.fs.Path(resolved).getPath())
        .isEqualTo(savepoint.toString());
  }

  @Test
  void leavesUrisAsTheyAre() throws IOException {
    assertThat(SavepointPath.resolve("s3://bucket/savepoint")).isEqualTo("s3://bucket/savepoint");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertUnreadable(directory.resolve("x"), "no such directory");
    assertUnreadable(directory, "no _metadata in it");
  }

  @Test
  void refusesDamagedMetadata() throws IOException {
    Path metadata = write("chk-1", 1000).resolve("_metadata");
    byte[] whole = Files.readAllBytes(metadata);
    for (int length = 0; length < whole.length; length++) {
      Files.write(metadata, Arrays.copyOf(whole, length));

      assertUnreadable(directory, "'" + metadata + "' is damaged");
    }
  }

  private static void assertUnreadable(Path path, String why) {
    assertThatThrownBy(() -> SavepointPath.resolve(path.toString()))
        .isInstanceOf(UnreadableSavepointException.class)
        .hasMessage("Cannot restore from '" + path + "': " + why);
  }

  private Path write(String name, long millis) throws IOException {
    Path savepoint = Files.createDirectories(directory.resolve(name));
    Path metadata = savepoint.resolve("_metadata");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(1, List.of(), List.of(), null), out);
    }
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(millis));
    return savepoint;
  }
}
