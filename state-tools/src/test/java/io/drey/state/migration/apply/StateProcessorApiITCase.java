// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.Snapshots;
import io.drey.state.witness.DeclaredState;
import io.drey.state.witness.Witness;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;

/** What Flink's State Processor API does with a native savepoint of RocksDB, and what we do. */
class StateProcessorApiITCase {
  /** If Flink reads it one day, this is of no use. */
  @Test
  void flinkReadsItOnlyWithTheBackendThatWroteIt() {
    Path savepoint = Snapshots.NATIVE_OF_ROCKSDB.path();
    Witness<String> flink =
        Witness.ofKeyed("many-states", Types.STRING, DeclaredState.value("last", Types.LONG));

    assertThatThrownBy(() -> flink.saved(savepoint, new HashMapStateBackend()))
        .hasStackTraceContaining("Unexpected state handle type");

    assertThat(Rows.keyed(savepoint, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
  }
}
