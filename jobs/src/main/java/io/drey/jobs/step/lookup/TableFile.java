// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.source.content.Content;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.PlainEvents;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.UnreadableInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The file of a table, which is read once. */
public final class TableFile {
  private final String path;
  private @Nullable TableContent content;

  private TableFile(String path) {
    this.path = path;
  }

  public static TableFile parse(String path) {
    return new TableFile(path);
  }

  /**
   * Reads the table in the file, if there is one.
   *
   * @throws IllegalArgumentException if it is no table; the message says where and why
   */
  void read(FormatOptions format, Columns columns) {
    content = readNow(format, columns);
  }

  /** What was read; null if there is no such file. */
  @Nullable TableContent content() {
    return content;
  }

  private @Nullable TableContent readNow(FormatOptions format, Columns columns) {
    try {
      check();
      try (Content stored = Content.open(path)) {
        return read(new LimitedContent(stored), format, columns);
      }
    } catch (FileNotFoundException e) {
      return null;
    } catch (UnreadableInputException e) {
      throw columns.unreadable(reason(e), e);
    } catch (IOException e) {
      throw columns.unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private void check() throws IOException {
    switch (DirectoryEntry.of(FilePath.of(path)).type()) {
      case FILE -> {}
      case DIRECTORY -> throw new IOException("it is a directory");
      case SPECIAL -> throw new IOException("it is not a regular file");
    }
  }

  private TableContent read(LimitedContent in, FormatOptions format, Columns columns)
      throws IOException {
    PlainEvents events =
        new PlainEvents(format.reader(in, StreamPosition.START, path), format.parser(path));
    try {
      return new TableReader(events, columns).read();
    } catch (FlinkRuntimeException e) {
      if (e.getCause() instanceof UnreadableInputException unreadable) {
        throw unreadable;
      }
      throw e;
    }
  }

  /** The reason alone: parsers name the file too. */
  private String reason(UnreadableInputException unreadable) {
    String message = String.valueOf(unreadable.getMessage());
    String what = "Cannot read '" + path + "': ";
    return message.startsWith(what) ? message.substring(what.length()) : message;
  }

  @Override
  public String toString() {
    return path;
  }
}
