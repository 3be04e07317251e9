// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

/** The Flink state backend of a job. */
public enum StateBackend {
  HASHMAP,
  ROCKSDB,
  FORST
}
