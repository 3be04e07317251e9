// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the input of a test is from: made up, so that every clone has it, or real and beside the
 * checkout, where a test that asks for it is skipped if it is missing.
 *
 * <pre>{@code
 * RealLog web = origin.log("web-access", runs); // where the test takes a LogOrigin
 * runs.run(PIPELINE.formatted(web.path()));
 * }</pre>
 */
enum LogOrigin {
  MADE,
  REAL;

  /** One of {@code web-access}, {@code ssh-auth}, {@code tcp-packets} and {@code dns-queries}. */
  RealLog log(String name, TestingRun runs) throws IOException {
    return this == REAL
        ? RealLog.named(name)
        : new RealLog(write("made/" + name + ".jsonl.gz", MadeLog.named(name), runs));
  }

  /** A few events with a {@code user}, of the recipe named or made up. */
  Path recipe(String name, TestingRun runs) throws IOException {
    return this == REAL
        ? TestingShared.file("cases/recipes/" + name + ".jsonl")
        : write("made/" + name + ".jsonl", MadeLog.userEvents(), runs);
  }

  private static Path write(String name, List<String> lines, TestingRun runs) throws IOException {
    runs.write(name, lines);
    return runs.path(name);
  }
}
