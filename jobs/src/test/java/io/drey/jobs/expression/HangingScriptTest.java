// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.expression.call.ScriptHangsException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A script that is not over in time is no matter of its event: it fails the job. */
class HangingScriptTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void failsMoreThanTenSecondsAfterItBegan() throws Exception {
    EventScript script =
        EventScript.timed(() -> nanos.getAndAdd(SECOND), "event.x = 1;\n  while (true) {}");

    assertThatThrownBy(() -> new TestingKey("1").run(script, "{}"))
        .isExactlyInstanceOf(ScriptHangsException.class)
        .hasMessageMatching("2:\\d+: Failed to run script: not finished after 10 s");
    assertThat(nanos.get()).isEqualTo(12 * SECOND);
  }

  @Test
  void measuresEachRunAnew() throws Exception {
    EventScript script =
        EventScript.timed(
            () -> nanos.getAndAdd(SECOND), "for (var i = 0; i < event.n; i++) state.n += 1");
    TestingKey key = new TestingKey("1");

    for (int i = 0; i < 5; i++) {
      assertThat(key.run(script, "{\"n\":50}")).containsExactly("{\"n\":50}");
    }
    assertThat(nanos.get()).isGreaterThan(12 * SECOND);
  }
}
