// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

/**
 * What a run tells on standard error.
 *
 * @param hasSummary whether it ends with a summary, instead of a warning where there is need
 * @param cure what makes it end with a summary, as "without -q"
 * @param hasProgress whether it shows progress, on a terminal
 * @param hasLog whether it tells how it runs, and shows the Flink log
 * @param isStrict whether it fails if anything was malformed, invalid or late
 */
public record Verbosity(
    boolean hasSummary, String cure, boolean hasProgress, boolean hasLog, boolean isStrict) {}
