// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

/** Under what conditions a program runs. */
record Setup(Dataset dataset, Backend backend, int parallelism, String heap) {
  static final Setup USUAL = new Setup(Dataset.MANY_KEYS, Backend.HASHMAP, 2, "4g");

  Setup on(Backend other) {
    return new Setup(dataset, other, parallelism, heap);
  }

  Setup on(Dataset other) {
    return new Setup(other, backend, parallelism, heap);
  }

  Setup inParallel(int other) {
    return new Setup(dataset, backend, other, heap);
  }

  Setup inHeap(String other) {
    return new Setup(dataset, backend, parallelism, other);
  }

  @Override
  public String toString() {
    return backend
        + ", parallelism "
        + parallelism
        + (heap.equals(USUAL.heap) ? "" : ", heap " + heap);
  }
}
