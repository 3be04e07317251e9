// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Settings;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.SourceEntry;
import org.jspecify.annotations.Nullable;

/** Decides whether a run needs a cluster: for all that takes several tasks, or a snapshot. */
final class ClusterReason {
  private ClusterReason() {}

  /** Why a run needs a cluster, in the words of its options and settings; null if it needs none. */
  static @Nullable String of(Pipeline pipeline, RunOptions options) {
    String asked = options.clusterReason();
    return asked == null ? ofPipeline(pipeline) : asked;
  }

  private static @Nullable String ofPipeline(Pipeline pipeline) {
    Settings settings = pipeline.settings();
    if (settings.parallelismOrOne() > 1) {
      return "parallelism " + settings.parallelismOrOne();
    }
    if (settings.checkpoint() != null) {
      return "settings.checkpoint";
    }
    if (!settings.flink().isEmpty()) {
      return "settings.flink";
    }
    for (SourceEntry source : pipeline.sources().values()) {
      if (!source.source().isBounded()) {
        return "source '" + source.id() + "' has no end";
      }
    }
    for (SinkEntry sink : pipeline.sinks().values()) {
      if (sink.sink().needsCheckpoints()) {
        return "sink '" + sink.id() + "' needs checkpoints";
      }
    }
    return null;
  }
}
