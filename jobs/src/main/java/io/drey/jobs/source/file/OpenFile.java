// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.path.FilePath;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.EventDecoder;
import io.drey.jobs.source.line.LineEmitter;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.UnreadableInputException;
import io.drey.operators.event.Event;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.metrics.Counter;
import org.apache.flink.types.Either;

/** A file that is being read. */
final class OpenFile implements Closeable {
  /** Records, and bytes, read before control returns to the task. */
  private static final int CHUNK_RECORDS = 64;

  private static final int CHUNK_BYTES = 64 << 10;

  private final FileSplit split;
  private final long length;

  /** Whether its last line may still be written. */
  private final boolean growing;

  private final FSDataInputStream file;
  private final RecordReader records;
  private final LineEmitter emitter;
  private final Counter bytesRead;

  private long filePosition;
  private long offset;
  private boolean finished;

  private OpenFile(
      FileSplit split,
      FormatOptions format,
      long length,
      boolean growing,
      EventDecoder decoder,
      FSDataInputStream file,
      Counter bytesRead)
      throws IOException {
    this.split = split;
    this.length = length;
    this.growing = growing;
    this.file = file;
    this.bytesRead = bytesRead;
    this.filePosition = split.isCompressed() ? 0 : split.offset();
    this.offset = split.offset();
    this.records = format.reader(contentFrom(offset), split.position());
    this.emitter = new LineEmitter(records, decoder);
  }

  /** Opens a file at the offset of its split. */
  static OpenFile open(FileSplit split, FileInput input, SourceMetrics metrics) throws IOException {
    Path path = FilePath.of(split.path());
    try {
      long length = FilePath.system(path).getFileStatus(path).getLen();
      split.checkLength(length);
      LineParser parser = input.format().parser(split.path());
      if (split.offset() > 0 && parser.needsHeader()) {
        readHeader(split, path, input.format(), parser);
      }
      FileSplit from = split.finished() ? reopened(split, path) : split;
      EventDecoder decoder = new EventDecoder(parser, input.records(from, metrics));
      FSDataInputStream file = FilePath.system(path).open(path);
      return new OpenFile(
          from, input.format(), length, input.keepOpen(), decoder, file, metrics.bytes);
    } catch (FileNotFoundException e) {
      String gone = "Cannot read '" + split.path() + "': no such file";
      throw split.wasOpened()
          ? split.cannotContinue("no such file")
          : new UnreadableInputException(gone, e);
    } catch (ZipException e) {
      String why = "Cannot read '" + split.path() + "': " + e.getMessage();
      throw new UnreadableInputException(why, e);
    }
  }

  private static void readHeader(
      FileSplit split, Path path, FormatOptions format, LineParser parser) throws IOException {
    try (FSDataInputStream file = FilePath.system(path).open(path)) {
      RecordReader records = format.reader(content(file, split), StreamPosition.START);
      while (parser.needsHeader()
          && records.nextOffset() < split.offset()
          && records.next() == RecordReader.Found.RECORD) {
        LineEmitter.skip(records, parser);
      }
    }
  }

  /** Bytes appended to a last line without a line end belong to that line. */
  private static FileSplit reopened(FileSplit split, Path path) throws IOException {
    if (split.offset() == 0) {
      return split;
    }
    try (FSDataInputStream file = FilePath.system(path).open(path)) {
      file.seek(split.offset() - 1);
      long line = file.read() == '\n' ? split.line() : split.line() - 1;
      return new FileSplit(
          split.path(), split.offset(), line, split.length(), split.times(), false);
    }
  }

  private static InputStream content(FSDataInputStream file, FileSplit split) throws IOException {
    return split.isCompressed() ? new GZIPInputStream(file, CHUNK_BYTES) : file;
  }

  private InputStream contentFrom(long offset) throws IOException {
    InputStream content = content(file, split);
    if (split.isCompressed()) {
      content.skipNBytes(offset);
    } else {
      file.seek(offset);
    }
    return content;
  }

  String path() {
    return split.path();
  }

  /** Reads some records; false once the end is reached. */
  boolean read(SourceOutput<Either<Event, Event>> output) throws IOException {
    long end = offset + CHUNK_BYTES;
    for (int i = 0; i < CHUNK_RECORDS && offset < end; i++) {
      if (!readRecord(output)) {
        return false;
      }
    }
    count();
    return true;
  }

  private boolean readRecord(SourceOutput<Either<Event, Event>> output) throws IOException {
    RecordReader.Found found = next();
    if (found == RecordReader.Found.UNFINISHED && !growing) {
      records.takeUnfinished();
    } else if (found != RecordReader.Found.RECORD) {
      finished = found == RecordReader.Found.END;
      count();
      return false;
    }
    emitter.emit(output);
    offset = records.nextOffset();
    return true;
  }

  private RecordReader.Found next() throws IOException {
    try {
      RecordReader.Found found;
      do {
        found = records.next();
      } while (found == RecordReader.Found.NOTHING);
      return found;
    } catch (IOException e) {
      throw new IOException(
          "Failed to read '" + split.path() + "' after line " + emitter.line(), e);
    }
  }

  /** Adds the bytes read since the last call to the metric. */
  private void count() throws IOException {
    long position = file.getPos();
    bytesRead.inc(position - filePosition);
    filePosition = position;
  }

  /** How far the file was read. */
  FileSplit state() {
    long seen = split.isCompressed() ? length : Math.max(length, offset);
    return new FileSplit(split.path(), offset, emitter.line(), seen, emitter.times(), finished);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
