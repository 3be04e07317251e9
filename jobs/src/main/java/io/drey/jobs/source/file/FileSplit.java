// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.content.Fingerprint;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.ReadTimes;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * How far a file was read.
 *
 * @param path where it was last found
 * @param inode its identity in its file system; empty if there is none
 * @param read the content that was read, as far as the reader got: a little beyond the position
 * @param position in the content, after the last record that was read
 * @param times how far the reader has come in event time
 * @param ended whether the reader came to the end that the file had then. An unfinished record may
 *     stand behind the position nevertheless
 */
record FileSplit(
    String path,
    String inode,
    Fingerprint read,
    StreamPosition position,
    ReadTimes times,
    boolean ended)
    implements SourceSplit {
  static FileSplit unread(InputFile file) {
    return new FileSplit(
        file.path(), file.inode(), Fingerprint.NONE, StreamPosition.START, ReadTimes.NONE, false);
  }

  /** The same where its reader has come further. */
  FileSplit at(ReadTimes reader) {
    return new FileSplit(path, inode, read, position, reader, ended);
  }

  @Override
  public String splitId() {
    return path;
  }

  /** Whether nothing was read, so that nothing is known about the content. */
  boolean isUnread() {
    return read.length() == 0;
  }

  /** Whether the last record had no end yet, and was left. */
  boolean isUnfinished() {
    return ended && position.offset() < read.length();
  }

  /**
   * The same content in a file, found again.
   *
   * @param grown whether the file has more of it than was read
   */
  FileSplit in(InputFile file, boolean grown) {
    return new FileSplit(file.path(), file.inode(), read, position, times, ended && !grown);
  }
}
