// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TtlExpiryTest {
  private final TtlExpiry expiry =
      new TtlExpiry(Map.of("short", Duration.ofMillis(5)), Duration.ofMillis(100), 1000);

  @Test
  void expiresAtTheInstantAtWhichTheTimeIsOver() {
    assertThat(expiry.isExpired(901, 100)).isFalse();
    assertThat(expiry.isExpired(900, 100)).isTrue();
  }

  @Test
  void neverExpiresWhatIsAccessedLaterOrLivesForEver() {
    assertThat(expiry.isExpired(1001, 0)).isFalse();
    assertThat(expiry.isExpired(0, Long.MAX_VALUE)).isFalse();
  }

  @Test
  void knowsTheLivesOfStatesAndOfAllOthers() {
    assertThat(expiry.life("short")).isEqualTo(5);
    assertThat(expiry.life("other")).isEqualTo(100);
    assertThat(TtlExpiry.UNKNOWN.life("other")).isEqualTo(-1);
  }
}
