// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.KeyForm;
import io.drey.operators.meaning.OperatorMarker;
import org.junit.jupiter.api.Test;

class DerivedStatesTest {
  private static final DerivedStates OF_KV =
      DerivedStates.of(new OperatorMarker("KvState", KeyForm.JSON));

  @Test
  void knowsWhatTellsOfKeysInAnyOperator() {
    DerivedStates states = DerivedStates.of(new OperatorMarker("SequenceState", KeyForm.PLAIN));

    assertThat(states.derivation("newer-key")).isEqualTo(Derivation.NEWER_KEY);
    assertThat(states.derivation("key-groups")).isEqualTo(Derivation.KEY_GROUPS);
    assertThat(states.derivation("last-number")).isNull();
  }

  @Test
  void knowsWhatTellsOfEntries() {
    assertThat(OF_KV.derivation("size")).isEqualTo(Derivation.ENTRY_COUNT);
    assertThat(OF_KV.derivation("recency-links")).isEqualTo(Derivation.ENTRY_LINKS);
    assertThat(OF_KV.entriesWithTimers("_timer_state/event_expiries")).isEqualTo("entries");
    assertThat(OF_KV.entriesWithTimers("_timer_state/processing_expiries")).isEqualTo("entries");
    assertThat(OF_KV.entriesWithTimers("_timer_state/event_user-timers")).isNull();
  }

  @Test
  void knowsNothingOfOtherJobs() {
    DerivedStates states = DerivedStates.of(null);

    assertThat(states.areKnown()).isTrue();
    assertThat(states.derivation("newer-key")).isNull();
  }

  @Test
  void doesNotKnowStatesOfLaterVersions() {
    OperatorMarker later = new OperatorMarker("LaterState", KeyForm.JSON);

    assertThat(DerivedStates.of(later).areKnown()).isFalse();
    assertThat(OF_KV.areKnown()).isTrue();
  }

  @Test
  void tellsKeysThatStandForKeyGroups() {
    OperatorMarker sorter = new OperatorMarker("OrderByTimeState", KeyForm.KEY_GROUP);

    assertThat(DerivedStates.of(sorter).hasGroupKeys()).isTrue();
    assertThat(OF_KV.hasGroupKeys()).isFalse();
  }
}
