// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param counts of events read, emitted and written
 * @param savepoint the path of the savepoint that it was stopped with, if any
 * @param failure the failure; null if it succeeded
 * @param stopped the limit that ended it, or which step did, and why; null if none did
 */
public record RunReport(
    RunCounts counts,
    Duration elapsed,
    @Nullable String savepoint,
    @Nullable Throwable failure,
    @Nullable String stopped) {}
