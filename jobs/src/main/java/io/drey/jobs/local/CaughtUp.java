package io.drey.jobs.local;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.source.FileSource;
import io.drey.jobs.source.Source;
import java.util.Map;

/** Tells when the file sources of a run have read everything there is. */
final class CaughtUp {
  private static final String SOURCE = "source";
  private static final String GAUGE = "caughtUp";

  private final Pipeline pipeline;
  private final Counts counts;

  CaughtUp(Pipeline pipeline, Counts counts) {
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
