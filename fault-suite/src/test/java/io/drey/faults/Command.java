// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** A command of the system. */
final class Command {
  private Command() {}

  /**
   * Runs one to its end and returns what it printed.
   *
   * @throws IOException if it fails
   */
  static String run(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("Failed to run " + String.join(" ", words) + ": " + printed);
    }
    return printed;
  }
}
