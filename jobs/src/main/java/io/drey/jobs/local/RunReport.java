package io.drey.jobs.local;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param counts what was read, passed on and written
 * @param savepoint where its savepoint lies, if it was stopped with one
 * @param failure what made it fail; null if it ended well
 */
public record RunReport(
    RunCounts counts, Duration elapsed, @Nullable String savepoint, @Nullable Throwable failure) {}
