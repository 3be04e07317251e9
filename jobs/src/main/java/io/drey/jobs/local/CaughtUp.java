// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SourceEntry;

/** Detects when all sources of a run that report it have read everything there is. */
final class CaughtUp {
  private static final String SOURCE = "source";
  private static final String GAUGE = "caughtUp";

  private final Pipeline pipeline;
  private final RunCounts counts;

  CaughtUp(Pipeline pipeline, RunCounts counts) {
    this.pipeline = pipeline;
    this.counts = counts;
  }

  boolean isReached() {
    return pipeline.sources().values().stream().allMatch(this::isReached);
  }

  private boolean isReached(SourceEntry source) {
    int readers = source.source().readers(pipeline.settings().parallelismOrOne());
    return !source.source().reportsCaughtUp() || counts.sum(SOURCE, source.id(), GAUGE) == readers;
  }
}
