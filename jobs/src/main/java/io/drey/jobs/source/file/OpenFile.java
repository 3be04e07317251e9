// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.source.content.Content;
import io.drey.jobs.source.line.EventDecoder;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.LineEmitter;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.UnreadableInputException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.Counter;

/** A file that is being read, from where its split stands. */
final class OpenFile implements Closeable {
  /** Records, and bytes, read before control returns to the task. */
  private static final int CHUNK_RECORDS = 64;

  private static final int CHUNK_BYTES = 64 << 10;

  private final FileSplit split;
  private final Content content;
  private final long length;

  /** Whether its last line may still be written. */
  private final boolean growing;

  private final RecordReader records;
  private final LineEmitter emitter;
  private final Counter bytesRead;

  private long storedPosition;
  private long offset;
  private boolean ended;

  private OpenFile(
      FileSplit split,
      Content content,
      long length,
      FileInput input,
      EventDecoder decoder,
      Counter bytesRead)
      throws IOException {
    this.split = split;
    this.content = content;
    this.length = length;
    this.growing = input.isGrowing();
    this.bytesRead = bytesRead;
    this.offset = split.position().offset();
    this.storedPosition = content.isCompressed() ? 0 : offset;
    this.records = input.reader(content, split);
    this.emitter = new LineEmitter(records, decoder);
  }

  /**
   * Opens a file where it was left.
   *
   * @throws ReplacedFileException if another file, or none, has its path now
   */
  static OpenFile open(FileSplit split, FileInput input, SourceMetrics metrics) throws IOException {
    Content content = openListed(split);
    try {
      DirectoryEntry entry = DirectoryEntry.of(FilePath.of(split.path()));
      if (!entry.inode().equals(split.inode()) || !content.holds(split.read())) {
        throw new ReplacedFileException(split);
      }
      LineParser parser = input.format().parser(split.path());
      long offset = split.position().offset();
      if (offset > 0 && parser.needsHeader()) {
        content.moveTo(0);
        readHeader(
            input.format().reader(content, StreamPosition.START, split.path()), offset, parser);
      }
      content.moveTo(offset);
      EventDecoder decoder = new EventDecoder(parser, input.records(split, metrics));
      return new OpenFile(split, content, entry.length(), input, decoder, metrics.bytes);
    } catch (FileNotFoundException e) {
      content.close();
      throw new ReplacedFileException(split);
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  private static Content openListed(FileSplit split) throws IOException {
    try {
      return Content.open(split.path());
    } catch (FileNotFoundException e) {
      throw new ReplacedFileException(split);
    }
  }

  private static void readHeader(RecordReader records, long end, LineParser parser)
      throws IOException {
    while (parser.needsHeader()
        && records.nextOffset() < end
        && records.next() == RecordReader.Found.RECORD) {
      LineEmitter.skip(records, parser);
    }
  }

  String path() {
    return split.path();
  }

  /** Reads some records; false once the end is reached. */
  boolean read(SourceOutput<InputRecord> output) throws IOException {
    long end = offset + CHUNK_BYTES;
    for (int i = 0; i < CHUNK_RECORDS && offset < end; i++) {
      if (!readRecord(output)) {
        count();
        return false;
      }
    }
    count();
    return true;
  }

  private boolean readRecord(SourceOutput<InputRecord> output) throws IOException {
    RecordReader.Found found = next();
    if (found != RecordReader.Found.RECORD) {
      checkEnd();
      if (growing || found == RecordReader.Found.END) {
        ended = content.storedPosition() >= length;
        offset = records.nextOffset();
        return false;
      }
      records.takeUnfinished();
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
    } catch (UnreadableInputException e) {
      throw e;
    } catch (IOException e) {
      String where = "'" + split.path() + "' after line " + emitter.line();
      if (!content.isTruncation(e)) {
        throw new IOException("Failed to read " + where, e);
      }
      if (growing) {
        // the rest of the compressed stream is still being written
        return RecordReader.Found.UNFINISHED;
      }
      throw new UnreadableInputException(
          "Failed to read " + where + ": the file ends amid its compressed stream", e);
    }
  }

  /** A file that stays open may be cut: what was in it is found in another one, or missed then. */
  private void checkEnd() throws IOException {
    if (!growing && content.storedPosition() < length) {
      throw new UnreadableInputException(
          "Failed to read '"
              + split.path()
              + "' after line "
              + emitter.line()
              + ": it was cut from "
              + length
              + " to "
              + content.storedPosition()
              + " bytes while it was being read");
    }
  }

  /** Adds the bytes read since the last call to the metric. */
  private void count() throws IOException {
    long position = content.storedPosition();
    bytesRead.inc(position - storedPosition);
    storedPosition = position;
  }

  /** How far the file was read. */
  FileSplit state() {
    return new FileSplit(
        split.path(),
        split.inode(),
        content.fingerprint(),
        new StreamPosition(offset, emitter.line(), records.nextIndex()),
        emitter.times(),
        ended);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
