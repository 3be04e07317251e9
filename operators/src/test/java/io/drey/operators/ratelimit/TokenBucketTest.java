// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final TokenBucket THREE_A_SECOND = TokenBucket.of(3, 1000, 3);

  @Test
  void startsFull() {
    assertThat(THREE_A_SECOND.after(null, 0)).isEqualTo(new Bucket(2, 0, 0));
  }

  @Test
  void passesOnlyOnceAWholeTokenIsThere() {
    Bucket empty = new Bucket(0, 0, 0);

    assertThat(THREE_A_SECOND.after(empty, 333)).isNull();
    assertThat(THREE_A_SECOND.after(empty, 334)).isEqualTo(new Bucket(0, 2, 334));
  }

  @Test
  void keepsWhatAMillisecondBringsBeyondAToken() {
    assertThat(THREE_A_SECOND.after(new Bucket(0, 2, 334), 667)).isEqualTo(new Bucket(0, 1, 667));
    assertThat(THREE_A_SECOND.after(new Bucket(0, 1, 667), 1000)).isEqualTo(new Bucket(0, 0, 1000));
  }

  @Test
  void handlesAnOlderEventAtTheInstantOfItsLevel() {
    assertThat(THREE_A_SECOND.after(new Bucket(1, 0, 500), 0)).isEqualTo(new Bucket(0, 0, 500));
    assertThat(THREE_A_SECOND.after(new Bucket(0, 999, 500), 0)).isNull();
  }

  @Test
  void holdsNoMoreThanTheBurst() {
    assertThat(THREE_A_SECOND.after(new Bucket(2, 999, 0), 1)).isEqualTo(new Bucket(2, 0, 1));
    assertThat(THREE_A_SECOND.after(new Bucket(0, 0, 0), Long.MAX_VALUE))
        .isEqualTo(new Bucket(2, 0, Long.MAX_VALUE));
    assertThat(THREE_A_SECOND.after(new Bucket(0, 0, Long.MIN_VALUE), Long.MAX_VALUE))
        .isEqualTo(new Bucket(2, 0, Long.MAX_VALUE));
  }

  @Test
  void isStaleFromWhenItIsFullAgain() {
    assertThat(THREE_A_SECOND.staleFrom(new Bucket(2, 0, 0))).isEqualTo(334);
    assertThat(THREE_A_SECOND.staleFrom(new Bucket(0, 0, 0))).isEqualTo(1000);
    assertThat(THREE_A_SECOND.staleFrom(new Bucket(0, 0, Long.MAX_VALUE)))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void takesOverTheTokensOfABucketWithOtherOptions() {
    assertThat(TokenBucket.of(3, 1000, 2).after(new Bucket(5, 0, 0), 0))
        .isEqualTo(new Bucket(1, 0, 0));
    assertThat(TokenBucket.of(3, 1000, 2).after(new Bucket(Long.MAX_VALUE / 999, 0, 0), 0))
        .isEqualTo(new Bucket(1, 0, 0));
    assertThat(TokenBucket.of(1, 10, 3).after(new Bucket(1, 999, 0), 0))
        .isEqualTo(new Bucket(0, 9, 0));
  }

  @Test
  void countsTheLargestBucketThereIs() {
    long most = TokenBucket.mostTokens(3, 1000);
    TokenBucket large = TokenBucket.of(3, 1000, most);

    assertThat(most).isEqualTo(9_223_372_036_854_775L);
    assertThat(large.after(null, 0)).isEqualTo(new Bucket(most - 1, 0, 0));
    assertThat(large.after(new Bucket(most - 1, 0, 0), 333))
        .isEqualTo(new Bucket(most - 2, 999, 333));
    assertThat(large.staleFrom(new Bucket(0, 0, 0))).isEqualTo(3_074_457_345_618_258_334L);
  }

  /** The reference keeps the level as an exact fraction with the denominator {@code per}. */
  @Test
  void neverDriftsFromTheExactLevel() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      long limit = 1L + random.nextInt(1 << random.nextInt(1, 20));
      long per = 1L + random.nextInt(1 << random.nextInt(1, 30));
      long burst = 1L + random.nextInt(5);
      check(TokenBucket.of(limit, per, burst), limit, per, burst, random);
    }
  }

  private static void check(TokenBucket bucket, long limit, long per, long burst, Random random) {
    BigInteger token = BigInteger.valueOf(per);
    BigInteger full = token.multiply(BigInteger.valueOf(burst));
    BigInteger level = full;
    Bucket stored = null;
    long time = 0;
    for (int i = 0; i < 200; i++) {
      long elapsed = random.nextLong(2 * per / limit + 2);
      time += elapsed;
      level = level.add(BigInteger.valueOf(elapsed * limit)).min(full);
      boolean passes = level.compareTo(token) >= 0;
      level = passes ? level.subtract(token) : level;
      Bucket after = bucket.after(stored, time);
      assertThat(after != null).as("%s, event %d", bucket, i).isEqualTo(passes);
      stored = after == null ? forgottenIfStale(bucket, stored, time) : after;
    }
  }

  private static @Nullable Bucket forgottenIfStale(
      TokenBucket bucket, @Nullable Bucket stored, long time) {
    return stored == null || bucket.staleFrom(stored) <= time ? null : stored;
  }
}
