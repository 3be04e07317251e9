// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static io.drey.jobs.source.content.Fingerprint.WINDOW;

import io.drey.jobs.source.content.Content;
import io.drey.jobs.source.content.Fingerprint;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a file holds the beginning of another one, compressed or not. */
final class ContentComparison {
  private static final int CHUNK = 64 << 10;

  private ContentComparison() {}

  /**
   * The path of a known file of which a file holds the beginning, or all; null if there is none.
   */
  static @Nullable String originalOf(InputFile file, List<FileSplit> known) throws IOException {
    byte[] head = head(file.path());
    for (FileSplit split : known) {
      if (beginsAlike(head, split) && isBeginning(file.path(), split.path())) {
        return split.path();
      }
    }
    return null;
  }

  private static byte[] head(String path) throws IOException {
    byte[] head = new byte[WINDOW];
    try (Content content = Content.open(path)) {
      return Arrays.copyOf(head, read(content, head));
    }
  }

  /** Compares the first bytes, without opening the known file. */
  private static boolean beginsAlike(byte[] head, FileSplit known) {
    int length = (int) Math.min(WINDOW, known.read().length());
    return head.length < length || Fingerprint.hash(head, length) == known.read().head();
  }

  /** Whether all of one file is the beginning of another one. */
  static boolean isBeginning(String path, String of) throws IOException {
    byte[] mine = new byte[CHUNK];
    byte[] theirs = new byte[CHUNK];
    try (Content content = Content.open(path);
        Content longer = Content.open(of)) {
      while (true) {
        int length = read(content, mine);
        if (length == 0) {
          return true;
        }
        if (longer.readNBytes(theirs, 0, length) < length
            || !Arrays.equals(mine, 0, length, theirs, 0, length)) {
          return false;
        }
      }
    }
  }

  /** Reads until the buffer is full or the content, or what was written of it, ends. */
  private static int read(Content content, byte[] buffer) throws IOException {
    int length = 0;
    try {
      while (length < buffer.length) {
        int read = content.read(buffer, length, buffer.length - length);
        if (read < 0) {
          return length;
        }
        length += read;
      }
    } catch (IOException e) {
      if (!content.isTruncation(e)) {
        throw e;
      }
    }
    return length;
  }
}
