// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.inspect.TimeHistogram.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeHistogramTest {
  private static final long NOON = Instant.parse("2024-01-15T12:00:00Z").toEpochMilli();

  private final TimeHistogram histogram = new TimeHistogram();

  @Test
  void hasNoBarsAtFirst() {
    assertThat(histogram.bars()).isEmpty();
  }

  @Test
  void countsBySecondsWhileTheyAreFew() {
    histogram.add(NOON + 2500);
    histogram.add(NOON);
    histogram.add(NOON + 999);

    assertThat(histogram.bars())
        .containsExactly(
            new Bar(NOON, NOON + 1000, 2),
            new Bar(NOON + 1000, NOON + 2000, 0),
            new Bar(NOON + 2000, NOON + 3000, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 100_000, 86_400_000, 40_000_000_000L, 4_000_000_000_000L})
  void countsEachInstantInItsBar(long span) {
    Random random = new Random(span);
    long[] instants =
        LongStream.generate(() -> NOON + Math.floorMod(random.nextLong(), span) - span / 2)
            .limit(5000)
            .toArray();
    LongStream.of(instants).forEach(histogram::add);

    List<Bar> bars = histogram.bars();
    assertThat(bars).hasSizeLessThanOrEqualTo(120);
    assertThat(bars.size()).isGreaterThan(span > 200_000 ? 50 : 0);
    for (Bar bar : bars) {
      assertThat(bar.count())
          .isEqualTo(
              LongStream.of(instants).filter(at -> at >= bar.from() && at < bar.to()).count());
    }
    assertThat(bars.stream().mapToLong(Bar::count).sum()).isEqualTo(instants.length);
  }

  @Test
  void leavesOutWhatIsNoInstant() {
    histogram.add(Long.MAX_VALUE);
    histogram.add(Long.MIN_VALUE);
    histogram.add(NOON + Duration.ofDays(1).toMillis());

    assertThat(histogram.bars()).hasSize(1);
    assertThat(histogram.others()).isEqualTo(2);
  }
}
