package io.drey.jobs.pipeline;

/** Where a job keeps its state while it runs. */
public enum StateBackend {
  HASHMAP,
  ROCKSDB,
  FORST
}
