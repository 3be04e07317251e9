// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.util.List;

/** Something that reads the input of a trial and writes its output, in a JVM of its own. */
interface Program {
  /** What it is called in the table. */
  String title();

  /** What it computes: programs with the same answer write the same events. */
  Answer answer();

  /** The main class and its arguments. */
  List<String> command(Trial trial) throws IOException;
}
