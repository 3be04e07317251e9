// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {
  private static final long PER = 100;

  private final TestingBlocks blocks = new TestingBlocks();

  @Test
  void passesAnEventExactlyASpanAfterTheOneThatFilledIt() throws Exception {
    SlidingWindow window = window(2);

    assertThat(passed(window, 0, 50, 99, 100, 101, 150)).containsExactly(0L, 50L, 100L, 150L);
  }

  @Test
  void handlesAnOlderEventAtTheLatestTimeThatPassed() throws Exception {
    SlidingWindow window = window(2);

    PassedTimes times = window.after(window.after(null, 200), 50);

    assertThat(requireNonNull(times).recent()).containsExactly(200, 200);
    assertThat(window.after(times, 99)).isNull();
    assertThat(window.after(times, 299)).isNull();
    assertThat(window.after(times, 300)).isNotNull();
  }

  @Test
  void keepsOnlyTheTimesInTheSpan() throws Exception {
    SlidingWindow window = window(1_000_000);
    PassedTimes times = null;
    for (long time = 0; time <= 1_000; time += 10) {
      times = window.after(times, time);
    }

    assertThat(requireNonNull(times).recent())
        .containsExactly(910, 920, 930, 940, 950, 960, 970, 980, 990, 1000);
    assertThat(blocks.map).isEmpty();
  }

  @Test
  void keepsAllInOneValueUpToALimitOf64() throws Exception {
    PassedTimes times = null;
    for (long time = 0; time < 64; time++) {
      times = window(64).after(times, time);
    }

    assertThat(window(64).after(times, 99)).isNull();
    assertThat(blocks.map).isEmpty();
    assertThat(blocks.accesses).isZero();
  }

  @Test
  void dropsTheBlocksOfABusierTime() throws Exception {
    SlidingWindow window = window(10_000);
    PassedTimes times = null;
    for (int i = 0; i < 1_000; i++) {
      times = window.after(times, i / 10);
    }
    assertThat(blocks.map).hasSize(30);

    for (long time = 1_000; time < 3_000; time += 2) {
      times = window.after(times, time);
    }

    assertThat(blocks.map.size()).isLessThanOrEqualTo(1);
  }

  @Test
  void makesFewAccessesToBlocksHoweverGreatTheLimitIs() throws Exception {
    SlidingWindow window = window(5_000);
    PassedTimes times = null;
    for (int i = 0; i < 100_000; i++) {
      int before = blocks.accesses;
      PassedTimes after = window.after(times, i / 60);
      assertThat(blocks.accesses - before).isLessThanOrEqualTo(6);
      times = after == null ? times : after;
    }

    assertThat(blocks.accesses).isLessThan(110_000);
  }

  @Test
  void goesOnExactlyWhereTheLimitHasChanged() throws Exception {
    PassedTimes times = null;
    for (int i = 0; i < 500; i++) {
      times = window(1_000).after(times, i / 10);
    }

    assertThat(window(500).after(times, 99)).isNull();
    assertThat(window(501).after(times, 99)).isNotNull();
    assertThat(window(5).after(times, 148)).isNull();
    assertThat(window(5).after(times, 149)).isNotNull();
  }

  @Test
  void bearsBlocksThatProcessingTimeHasExpired() throws Exception {
    SlidingWindow window = window(100);
    PassedTimes times = null;
    for (int i = 0; i < 100; i++) {
      times = window.after(times, 0);
    }
    assertThat(window.after(times, 50)).isNull();

    blocks.map.clear();

    assertThat(window.after(times, 50)).isNotNull();
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    SlidingWindow window = new SlidingWindow(1, Long.MAX_VALUE);

    assertThat(passed(window, Long.MIN_VALUE, -2, -1, Long.MAX_VALUE))
        .containsExactly(Long.MIN_VALUE, -1L, Long.MAX_VALUE);
    assertThat(window.staleFrom(new PassedTimes(0, 0, new long[] {5}))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void isStaleASpanAfterTheLastThatPassed() {
    assertThat(window(3).staleFrom(new PassedTimes(0, 0, new long[] {1, 5}))).isEqualTo(105);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 32, 33, 63, 64, 65, 66, 96, 97, 200})
  void answersAsAListOfAllThatPassedWould(int limit) throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      blocks.map.clear();
      SlidingWindow window = window(limit);
      List<Long> passed = new ArrayList<>();
      PassedTimes times = null;
      long latest = 0;
      for (int i = 0; i < 2_000; i++) {
        latest += random.nextInt(1_000) == 0 ? 150 : random.nextInt(100) / 60 * random.nextInt(4);
        long time = latest - random.nextInt(20);
        long now = passed.isEmpty() ? time : Math.max(time, passed.get(passed.size() - 1));
        boolean passes = passed.stream().filter(at -> at > now - PER).count() < limit;
        if (passes) {
          passed.add(now);
        }
        PassedTimes after = window.after(times, time);
        assertThat(after != null).as("seed %d, event %d", seed, i).isEqualTo(passes);
        times = after == null ? times : after;
      }
    }
  }

  private List<Long> passed(SlidingWindow window, long... times) throws Exception {
    List<Long> passed = new ArrayList<>();
    PassedTimes stored = null;
    for (long time : times) {
      PassedTimes after = window.after(stored, time);
      if (after != null) {
        passed.add(time);
        stored = after;
      }
    }
    return passed;
  }

  private SlidingWindow window(long limit) {
    SlidingWindow window = new SlidingWindow(limit, PER);
    window.open(blocks);
    return window;
  }

  private static final class TestingBlocks implements EarlierTimes {
    private final Map<Long, long[]> map = new HashMap<>();
    private int accesses;

    @Override
    public long @Nullable [] get(long block) {
      accesses++;
      return map.get(block);
    }

    @Override
    public void put(long block, long[] times) {
      accesses++;
      map.put(block, times);
    }

    @Override
    public void remove(long block) {
      accesses++;
      map.remove(block);
    }
  }
}
