// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final Exchange<String, String, Unmatched<String>> EXCHANGE =
      Exchange.of(
          event -> event.contains("?"),
          event -> event.contains("!"),
          (request, response, millis) -> request + response + millis);

  @Test
  void takesWhatIsBothForARequest() {
    assertThat(EXCHANGE.roleOf("?!")).isEqualTo(Role.REQUEST);
    assertThat(EXCHANGE.roleOf("!")).isEqualTo(Role.RESPONSE);
    assertThat(EXCHANGE.roleOf("")).isEqualTo(Role.OTHER);
  }

  @Test
  void keepsRequestsWholeAndSaysTheReasonBesideWhatIsUnmatched() {
    assertThat(EXCHANGE.reduced("?")).isEqualTo("?");
    assertThat(EXCHANGE.pair("?", "!", 5)).isEqualTo("?!5");
    assertThat(EXCHANGE.unmatched("?", UnmatchedReason.TIMEOUT))
        .isEqualTo(new Unmatched<>("?", UnmatchedReason.TIMEOUT));
  }
}
