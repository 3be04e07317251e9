// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;

/** Prints text in UTF-8, and bytes that are such text already, which it need not encode. */
public final class Utf8Writer extends PrintWriter {
  private final OutputStream target;

  public Utf8Writer(OutputStream target) {
    super(new OutputStreamWriter(target, UTF_8), /* autoFlush= */ false);
    this.target = target;
  }

  /** Prints text in UTF-8 after all that was printed before. */
  public void print(byte[] utf8, int from, int length) {
    flush();
    try {
      target.write(utf8, from, length);
    } catch (IOException e) {
      setError();
    }
  }
}
