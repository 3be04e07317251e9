// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OldSnapshots;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForStFilesITCase {
  @ParameterizedTest
  @EnumSource
  void areToldFromThoseOfRocksDb(Snapshots snapshot) {
    assertThat(areOf(snapshot.path(), "many-states")).isEqualTo(snapshot.name().contains("FORST"));
    assertThat(areOf(snapshot.path(), "windows")).isEqualTo(snapshot.name().contains("FORST"));
  }

  @ParameterizedTest
  @EnumSource
  void areToldFromThoseOfOlderRocksDb(OldSnapshots snapshot) {
    assertThat(areOf(snapshot.path(), "keyed-states")).isFalse();
  }

  private static boolean areOf(Path snapshot, String operator) {
    SnapshotFiles files = SnapshotFiles.at(snapshot.toString());
    return ForStFiles.areOf(files, files.metadata().operator(operator));
  }
}
