// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

/**
 * Whether tests run pipelines on a cluster that need none: with {@code -Ddrey.cluster=true}, which
 * {@code -Pfull} does after the other way.
 */
public final class TestingWay {
  private TestingWay() {}

  /** Whether everything runs on a cluster. */
  public static boolean isCluster() {
    return Boolean.getBoolean("drey.cluster");
  }

  static RunOptions of(RunOptions options) {
    return isCluster() ? options.onACluster() : options;
  }
}
