// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink;

/**
 * What a sink needs to know about its job.
 *
 * @param id the sink's id, which is its uid
 * @param pipeline the name of the pipeline
 * @param bounded whether every source is bounded, ignoring {@code keepOpen}
 * @param keepOpen whether sources stay open after their end, until a stop with a savepoint
 * @param checkpointed whether the job checkpoints
 * @param restored whether the job continues from a savepoint
 * @param takesOver whether a job that does not continue may end what another one has left open
 */
public record SinkContext(
    String id,
    String pipeline,
    boolean bounded,
    boolean keepOpen,
    boolean checkpointed,
    boolean restored,
    boolean takesOver) {}
