// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyGroupsITCase {
  @ParameterizedTest
  @EnumSource(names = {"NATIVE_OF_ROCKSDB", "NATIVE_OF_FORST", "MANY_KEY_GROUPS_NATIVE"})
  void readsOfADatabaseTheKeyGroupsOfItsHandleAlone(Snapshots snapshot) {
    SnapshotFiles files = SnapshotFiles.at(snapshot.path().toString());
    OperatorSnapshot operator = manyStates(files);
    KeyedHandle.Database whole =
        (KeyedHandle.Database) Objects.requireNonNull(operator.subtasks().get(1).managedKeyed());
    KeyGroups half = new KeyGroups(whole.groups().first() + 1, whole.groups().count() / 2);
    KeyedHandle clipped = new KeyedHandle.Database(half, whole.header(), whole.files(), null);

    Map<Integer, Integer> expected = counts(files, whole, operator);
    expected.keySet().removeIf(group -> !half.contains(group));

    assertThat(counts(files, clipped, operator)).isNotEmpty().isEqualTo(expected);
  }

  private static OperatorSnapshot manyStates(SnapshotFiles files) {
    return files.metadata().operators().stream()
        .filter(operator -> operator.id().toString().equals("many-states"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Integer, Integer> counts(
      SnapshotFiles files, KeyedHandle handle, OperatorSnapshot operator) {
    Map<Integer, Integer> counts = new TreeMap<>();
    try (EntryReader entries = KeyedHandles.open(files, handle, operator.maxParallelism())) {
      while (entries.next()) {
        counts.merge(entries.entry().keyGroup(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
