// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink;

/**
 * What a sink needs to know about its job.
 *
 * @param id the sink's id, which is its uid
 * @param bounded whether every source is bounded, ignoring {@code keepOpen}
 * @param keepOpen whether sources stay open after their end, until a stop with a savepoint
 * @param restored whether the job continues from a savepoint
 */
public record SinkContext(String id, boolean bounded, boolean keepOpen, boolean restored) {}
