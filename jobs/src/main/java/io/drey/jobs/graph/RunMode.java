// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

/**
 * How a pipeline is run.
 *
 * @param keepOpen whether file sources stay open after their last file
 * @param restored whether it is restored from a savepoint
 * @param takesOver whether sinks may end what another job has left open
 */
public record RunMode(boolean keepOpen, boolean restored, boolean takesOver) {
  /** A run that neither continues nor ends another one. */
  public RunMode(boolean keepOpen, boolean restored) {
    this(keepOpen, restored, false);
  }
}
