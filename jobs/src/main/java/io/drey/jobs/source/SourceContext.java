// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import java.io.Serializable;

/**
 * What a source needs to know about its job.
 *
 * @param id the source's id, which is its uid
 * @param pipeline the name of the pipeline
 * @param parallelism of the job, at least 1; a source that reads in one order uses 1
 * @param keepOpen whether a source that {@linkplain Source#reportsCaughtUp() reports when it has
 *     caught up} stays open after that, until it is stopped
 * @param traced whether a step asks for the origin of its events, which then carry it
 */
public record SourceContext(
    String id, String pipeline, int parallelism, boolean keepOpen, boolean traced)
    implements Serializable {
  public SourceContext {
    if (parallelism < 1) {
      throw new IllegalArgumentException(
          "Invalid parallelism: must be at least 1 but was " + parallelism);
    }
  }
}
