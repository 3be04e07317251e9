// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CompanionsTest {
  private static final ByteRange NOWHERE = new ByteRange(0, 0);

  private static final OperatorSnapshot COMMITTER = operator(hashed("Sink Committer: copy"));
  private static final OperatorSnapshot GLOBAL = operator(hashed("Sink copy Global Committer"));
  private static final OperatorSnapshot COMPACTOR = operator(named("copy: compactor"));

  @Test
  void findsOperatorsThatAreNamedAfterASink() {
    Companions found = companions(named("copy"), "copy", "copied", "writer_raw_states");

    assertThat(found.newUid(COMMITTER)).isEqualTo("Sink Committer: copied");
    assertThat(found.newUid(GLOBAL)).isEqualTo("Sink copied Global Committer");
    assertThat(found.newUid(COMPACTOR)).isEqualTo("copied: compactor");
    assertThat(found.newUid(operator(named("copies: compactor")))).isNull();
  }

  @Test
  void takesTheUidOfThePlanWhereTheSavepointHasAHash() {
    assertThat(companions(hashed("copy"), "copy", "copied", "").newUid(COMMITTER))
        .isEqualTo("Sink Committer: copied");
    assertThat(companions(hashed("copy"), "Sink: copy", "copied", "").newUid(COMMITTER)).isNull();
  }

  @Test
  void leavesOperatorsThatOnlySeemToBeNamedAfterAnother() {
    assertThat(companions(named("copy"), "copy", "copied", "counts").newUid(COMPACTOR)).isNull();
  }

  @Test
  void makesNoUidOfAHash() {
    String hash = "0123456789abcdef0123456789abcdef";

    assertThat(companions(named("copy"), "copy", hash, "writer_raw_states").newUid(COMMITTER))
        .isNull();
  }

  private static Companions companions(OperatorId id, String operator, String to, String state) {
    OperatorSnapshot sink = operator(id, state);
    String plan = "version: 1\noperators: {'" + operator + "': {rename-to: '" + to + "'}}\n";
    OperatorChange change =
        Objects.requireNonNull(MigrationFile.parse("plan.yaml", plan).plan()).operators().get(0);
    Metadata metadata =
        new Metadata(6, 1, List.of(sink, operator(named("other"))), NOWHERE, List.of());
    return new Companions(metadata, Map.of(sink, change));
  }

  private static OperatorId named(String uid) {
    return OperatorId.ofUid(uid, "");
  }

  private static OperatorId hashed(String uid) {
    return new OperatorId(named(uid).hash(), null, null);
  }

  private static OperatorSnapshot operator(OperatorId id, String... states) {
    List<Partitions> all =
        List.of(states).stream()
            .map(state -> new Partitions(state, Mode.SPLIT_DISTRIBUTE, List.of()))
            .toList();
    SubtaskSnapshot subtask =
        new SubtaskSnapshot(
            0,
            false,
            new OperatorHandle(all, FileSlice.whole("file", 1), false),
            null,
            null,
            null,
            0,
            null);
    return new OperatorSnapshot(id, 1, 16, null, NOWHERE, false, List.of(subtask));
  }
}
