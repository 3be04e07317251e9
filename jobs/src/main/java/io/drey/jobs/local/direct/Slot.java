// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

/**
 * One of the subtasks of operators that have as many.
 *
 * @param index from 0
 */
record Slot(int index, int parallelism) {
  /** That of operators with one subtask. */
  static final Slot ONLY = new Slot(0, 1);
}
