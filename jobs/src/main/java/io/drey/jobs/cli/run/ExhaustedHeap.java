// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.command.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** Ends a process that has no memory left: neither for a text, nor for what runs at an exit. */
public final class ExhaustedHeap {
  private static final byte[] MESSAGE = ("drey: " + Failures.OUT_OF_MEMORY + "\n").getBytes(UTF_8);

  private ExhaustedHeap() {}

  /** Makes ready what {@link #end} needs, while there is memory. */
  public static void prepare() {
    // the class is initialized
  }

  public static void end() {
    try (FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
      err.write(MESSAGE);
    } catch (IOException | OutOfMemoryError unheard) {
      // there is nothing else to say it with
    } finally {
      Runtime.getRuntime().halt(ExitCode.FAILED);
    }
  }
}
