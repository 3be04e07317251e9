// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A contender of Drey's that can be profiled. */
interface Profiled extends Contender {
  /** What its profile is called. */
  String profile();

  /**
   * Runs once.
   *
   * @param flags of its JVM besides its own
   */
  void run(Workshop workshop, Path directory, List<String> flags)
      throws IOException, InterruptedException;
}
