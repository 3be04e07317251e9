// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.line.ReadTimes;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.UnreadableInputException;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One file and how far it was read. Finished files stay in the state, so that a restored run skips
 * them.
 *
 * @param path as {@link InputFiles} names it
 * @param offset of the next line, in bytes; for a .gz, in decompressed bytes
 * @param line the number of lines read
 * @param length the size of the file when it was last looked at, -1 if it has not been opened yet
 * @param times how far the reader has come in event time
 * @param finished whether its end was reached
 */
record FileSplit(
    String path, long offset, long line, long length, ReadTimes times, boolean finished)
    implements SourceSplit {
  static FileSplit unread(String path) {
    return new FileSplit(path, 0, 0, -1, ReadTimes.NONE, false);
  }

  FileSplit at(ReadTimes reader) {
    return new FileSplit(path, offset, line, length, reader, finished);
  }

  @Override
  public String splitId() {
    return path;
  }

  /** Where the next record is looked for in the content. */
  StreamPosition position() {
    return new StreamPosition(offset, line, 0);
  }

  boolean isCompressed() {
    return path.endsWith(".gz");
  }

  boolean wasOpened() {
    return length >= 0;
  }

  /**
   * Checks that a file that was opened before can be read further.
   *
   * @param current its current size in bytes
   */
  void checkLength(long current) throws UnreadableInputException {
    if (wasOpened() && current < length) {
      throw cannotContinue("it shrank from " + length + " to " + current + " bytes");
    }
    if (wasOpened() && current > length && isCompressed()) {
      throw cannotContinue(
          "it grew from " + length + " to " + current + " bytes, and it is compressed");
    }
  }

  UnreadableInputException cannotContinue(String reason) {
    return new UnreadableInputException("Cannot continue '" + path + "': " + reason);
  }
}
