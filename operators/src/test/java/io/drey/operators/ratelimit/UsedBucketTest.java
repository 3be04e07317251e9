// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsedBucketTest {
  private static final UsedBucket PER_SECOND = new UsedBucket(1_000);

  @Test
  void takesATokenOfTheBurstAtHand() {
    assertThat(PER_SECOND.after(null, 5, 3, 3)).isEqualTo(new UsedTokens(1_000, 5));
    assertThat(PER_SECOND.after(new UsedTokens(2_000, 5), 5, 3, 3))
        .isEqualTo(new UsedTokens(3_000, 5));
    assertThat(PER_SECOND.after(new UsedTokens(3_000, 5), 5, 3, 3)).isNull();
    assertThat(PER_SECOND.after(new UsedTokens(3_000, 5), 5, 3, 4))
        .isEqualTo(new UsedTokens(4_000, 5));
  }

  @Test
  void tokensComeBackAtTheLimitOfTheEvent() {
    UsedTokens full = new UsedTokens(3_000, 0);

    assertThat(PER_SECOND.after(full, 333, 3, 3)).isNull();
    assertThat(PER_SECOND.after(full, 334, 3, 3)).isEqualTo(new UsedTokens(2_998, 334));
    assertThat(PER_SECOND.after(full, 334, 10, 10)).isEqualTo(new UsedTokens(1_000, 334));
    assertThat(PER_SECOND.after(full, 2_999, 1, 1)).isNull();
    assertThat(PER_SECOND.after(full, 3_000, 1, 1)).isEqualTo(new UsedTokens(1_000, 3_000));
  }

  @Test
  void withoutALimitNoneComeBackUntilTheKeyIsAsNew() {
    UsedTokens one = new UsedTokens(1_000, 0);

    assertThat(PER_SECOND.after(null, 0, 0, 0)).isNull();
    assertThat(PER_SECOND.after(one, 999, 0, 1)).isNull();
    assertThat(PER_SECOND.after(one, 999, 0, 2)).isEqualTo(new UsedTokens(2_000, 999));
    assertThat(PER_SECOND.after(one, PER_SECOND.staleFrom(one), 0, 1))
        .isEqualTo(new UsedTokens(1_000, 1_000));
  }

  @Test
  void handlesAnOlderEventAtTheTimeOfTheLatestThatPassed() {
    assertThat(PER_SECOND.after(new UsedTokens(1_000, 500), 0, 2, 2))
        .isEqualTo(new UsedTokens(2_000, 500));
    assertThat(PER_SECOND.after(new UsedTokens(2_000, 500), 0, 2, 2)).isNull();
  }

  @Test
  void holdsAtTheEndsOfTimeAndOfNumbers() {
    long most = EventLimits.MOST;
    UsedBucket longest = new UsedBucket(Long.MAX_VALUE / most);
    long per = longest.per();

    assertThat(PER_SECOND.after(new UsedTokens(9, Long.MIN_VALUE), Long.MAX_VALUE, 1, 1))
        .isEqualTo(new UsedTokens(1_000, Long.MAX_VALUE));
    assertThat(longest.after(new UsedTokens(most * per, 0), 0, most, most)).isNull();
    assertThat(longest.after(new UsedTokens((most - 1) * per, 0), 0, most, most))
        .isEqualTo(new UsedTokens(most * per, 0));
    assertThat(longest.after(new UsedTokens(most * per, 0), 1, most, most)).isNull();
    assertThat(longest.after(new UsedTokens(most * per, 0), per - 1, most, most))
        .isEqualTo(new UsedTokens(most + per, per - 1));
    assertThat(longest.after(new UsedTokens(most * per, 0), per, most, most))
        .isEqualTo(new UsedTokens(per, per));
  }

  /** As the rule says it, in numbers of any size. */
  @Test
  void isTheRuleInNumbersOfAnySize() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      long per = 1 + random.nextLong(1L << (1 + random.nextInt(33)));
      UsedBucket bucket = new UsedBucket(per);
      UsedTokens before = new UsedTokens(1 + random.nextLong(per * 1_000_000_000), 0);
      long time = random.nextLong(before.used() < 10 ? 10 : before.used());
      long limit = 1 + random.nextLong(1L << (1 + random.nextInt(29)));
      long burst = random.nextLong(1L << (1 + random.nextInt(29)));

      assertThat(bucket.after(before, time, limit, burst))
          .as("%s at %s, limit %s, burst %s, per %s", before, time, limit, burst, per)
          .isEqualTo(rule(before, time, limit, burst, per));
    }
  }

  private static @Nullable UsedTokens rule(
      UsedTokens before, long time, long limit, long burst, long per) {
    BigInteger used =
        big(before.used()).subtract(big(time).multiply(big(limit))).max(BigInteger.ZERO);
    BigInteger after = used.add(big(per));
    return after.compareTo(big(burst).multiply(big(per))) <= 0
        ? new UsedTokens(after.longValueExact(), time)
        : null;
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }
}
