// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Snapshots;
import io.drey.state.witness.SampleWitness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WitnessITCase {
  @ParameterizedTest
  @EnumSource(names = {"CANONICAL_OF_HASHMAP", "CANONICAL_OF_ROCKSDB", "NATIVE_OF_ROCKSDB"})
  void readsWhatFlinkReadsWithTheClasses(Snapshots snapshot) throws Exception {
    assertThat(SampleWitness.ours(snapshot))
        .containsExactlyInAnyOrderElementsOf(SampleWitness.rows(snapshot));
  }
}
