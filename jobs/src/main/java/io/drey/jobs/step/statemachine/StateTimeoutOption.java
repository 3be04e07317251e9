// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.statemachine;

import io.drey.jobs.option.Option;
import io.drey.operators.statemachine.TimeoutRule;
import java.time.Duration;

/** One of the {@code timeouts} of a state machine. */
public record StateTimeoutOption(
    @Option("how long after the state is entered it times out") Duration after,
    @Option("the state to move to") String to) {
  public StateTimeoutOption {
    TimeoutRule unused = new TimeoutRule(after, to);
  }

  TimeoutRule rule() {
    return new TimeoutRule(after, to);
  }
}
