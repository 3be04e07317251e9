// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What happens next in a test. */
public sealed interface Given {
  /**
   * Sources read: of several, the one that is furthest behind in time.
   *
   * @param bySource the inputs of each, by its id
   */
  record Read(Map<String, List<Input>> bySource) implements Given {}

  /** Event time and the clock come to an instant. */
  record AdvanceTo(Instant instant) implements Given {}

  /** Both come so much further than the later of them is, or the latest event. */
  record AdvanceBy(Duration duration) implements Given {}

  /** The job is stopped with a savepoint and restored from it. */
  record Restore() implements Given {}

  /** The input of all sources ends. */
  record End() implements Given {}
}
