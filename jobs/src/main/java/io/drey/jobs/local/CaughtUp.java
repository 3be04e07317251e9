package io.drey.jobs.local;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.file.FileSource;
import java.util.Map;

/** Detects when the file sources of a run have read all their files. */
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
    return pipeline.sources().entrySet().stream().allMatch(this::isReached);
  }

  private boolean isReached(Map.Entry<String, Source> entry) {
    if (!(entry.getValue() instanceof FileSource file)) {
      return true;
    }
    int readers = file.parallel() ? pipeline.settings().parallelism() : 1;
    return counts.sum(SOURCE, entry.getKey(), GAUGE) == readers;
  }
}
