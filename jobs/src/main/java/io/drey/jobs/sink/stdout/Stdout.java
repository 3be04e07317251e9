// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.stdout;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The standard output of this process, bypassing {@code System.out} and its locks. Once the reader
 * of a pipe has exited, output is dropped.
 */
public final class Stdout extends OutputStream {
  private static volatile Stdout current = new Stdout(new FileOutputStream(FileDescriptor.out));

  private final OutputStream target;
  private volatile boolean closed;

  Stdout(OutputStream target) {
    this.target = target;
  }

  /** The stream that sinks opened from now on write to. */
  static Stdout current() {
    return current;
  }

  /** Redirects sinks opened from now on to another stream. */
  public static void redirect(OutputStream target) {
    current = new Stdout(target);
  }

  /** Whether the reader of the standard output has exited, so that further output is useless. */
  static boolean isReaderGone() {
    return current.isClosed();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (closed) {
      return;
    }
    try {
      target.write(bytes, from, length);
    } catch (IOException e) {
      if (!isBrokenPipe(e)) {
        throw new IOException("Failed to write to stdout", e);
      }
      closed = true;
    }
  }

  @Override
  public void flush() throws IOException {
    if (!closed) {
      target.flush();
    }
  }

  /** Java reports EPIPE only by the message of the operating system. */
  private static boolean isBrokenPipe(IOException e) {
    return String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}
