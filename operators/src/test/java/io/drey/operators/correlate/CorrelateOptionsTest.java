// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CorrelateOptionsTest {
  private static final CorrelateOptions WITHIN_30_S =
      CorrelateOptions.within(Duration.ofSeconds(30));

  @Test
  void pairsARequestWithOneResponseInEventTimeByDefault() {
    assertThat(WITHIN_30_S)
        .isEqualTo(
            new CorrelateOptions(
                Duration.ofSeconds(30),
                Duration.ZERO,
                RepeatRequest.REPLACE,
                Responses.ONE,
                KeyedSettings.EVENT_TIME));
  }

  @Test
  void changesOneThingAtATime() {
    KeyedSettings capped = KeyedSettings.PROCESSING_TIME.withMaxKeys(10);

    assertThat(WITHIN_30_S.withSkew(Duration.ofMillis(5)).queueing().with(capped))
        .isEqualTo(
            new CorrelateOptions(
                Duration.ofSeconds(30),
                Duration.ofMillis(5),
                RepeatRequest.QUEUE,
                Responses.ONE,
                capped));
    assertThat(WITHIN_30_S.keepingFirst().repeatRequest()).isEqualTo(RepeatRequest.KEEP);
    assertThat(WITHIN_30_S.withManyResponses().responses()).isEqualTo(Responses.MANY);
  }

  @Test
  void rejectsATimeoutOfZero() {
    assertThatThrownBy(() -> CorrelateOptions.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid timeout: must be at least 1 ms but was PT0S");
  }

  @Test
  void rejectsANegativeSkew() {
    assertThatThrownBy(() -> WITHIN_30_S.withSkew(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid skew: must not be negative but was PT-0.001S");
  }

  @Test
  void rejectsManyResponsesUnlessRequestsReplaceEachOther() {
    assertThatThrownBy(() -> WITHIN_30_S.keepingFirst().withManyResponses())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid repeat-request: must be replace with responses many but was keep");
    assertThatThrownBy(() -> WITHIN_30_S.withManyResponses().queueing())
        .hasMessage("Invalid repeat-request: must be replace with responses many but was queue");
  }
}
