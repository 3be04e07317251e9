// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.migration.Transform.At;
import io.drey.state.migration.Transform.Kind;
import io.drey.state.migration.Transform.OfEntries;
import io.drey.state.migration.Transform.TtlFrom;
import io.drey.state.snapshot.type.Scalar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeStateTest {
  private static final long NOW = 7;

  @Test
  void takesTheTimeOfAnEntryOrOfThePlan() {
    assertThat(access(OfEntries.NEWEST, 30, -10, 20)).isEqualTo(30);
    assertThat(access(OfEntries.OLDEST, 30, -10, 20)).isEqualTo(-10);
    assertThat(access(OfEntries.OLDEST, 5)).isEqualTo(5);
    assertThat(access(new At(Instant.ofEpochMilli(99)), 30, -10)).isEqualTo(99);
  }

  @Test
  void takesTheTimeOfTheMigrationWhereThereWasNone() {
    assertThat(access(null)).isEqualTo(NOW);
    assertThat(access(OfEntries.NEWEST)).isEqualTo(NOW);
    assertThat(access(new At(Instant.ofEpochMilli(99)))).isEqualTo(99);
  }

  @Test
  void forgetsTheTimesOfOtherEntries() {
    AccessTimes times = new AccessTimes();
    times.add(100);
    times.add(-100);
    times.clear();
    assertThat(times.areNone()).isTrue();

    times.add(3);
    assertThat(times.of(OfEntries.NEWEST)).isEqualTo(3);
    assertThat(times.of(OfEntries.OLDEST)).isEqualTo(3);
  }

  private static long access(@Nullable TtlFrom from, long... times) {
    AccessTimes all = new AccessTimes();
    for (long time : times) {
      all.add(time);
    }
    return new WholeState(Kind.VALUE, null, Scalar.LONG, true, from).access(all, NOW);
  }
}
