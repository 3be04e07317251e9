// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.jobs.source.content.Content;
import java.io.FilterInputStream;
import java.io.IOException;

/** The content of a file up to what fits into a job. */
final class LimitedContent extends FilterInputStream {
  /** In bytes. */
  static final long LARGEST = 64L << 20;

  private final Content content;

  LimitedContent(Content content) {
    super(content);
    this.content = content;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = read(content, bytes, from, count);
    if (content.position() > LARGEST) {
      throw new IOException(
          "it is larger than "
              + (LARGEST >> 20)
              + " MiB (the table is part of the job, and every subtask holds a copy)");
    }
    return read;
  }

  private static int read(Content content, byte[] bytes, int from, int count) throws IOException {
    try {
      return content.read(bytes, from, count);
    } catch (IOException e) {
      if (content.isTruncation(e)) {
        throw new IOException("the file ends amid its compressed stream", e);
      }
      throw e;
    }
  }
}
