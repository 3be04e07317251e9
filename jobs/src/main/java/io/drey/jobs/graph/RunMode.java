// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

/**
 * How a pipeline is run.
 *
 * @param keepOpen whether file sources stay open after their last file
 * @param restored whether it is restored from a savepoint
 */
public record RunMode(boolean keepOpen, boolean restored) {}
