// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.ByteWindow;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements of an array inside of JSON documents, which stand one behind the other. A
 * document is read piece by piece: only its records, and members that are kept, have to fit into
 * memory. The position of a record is the start of its document and its index.
 */
public final class JsonDocuments implements RecordReader {
  private final DocumentText text;
  private final ByteWindow window;
  private final RecordPath path;
  private final DocumentScan scan;
  private final DocumentRecord record;
  private long toSkip;

  /**
   * Finds records.
   *
   * @param names the names of the fields that lead to the array
   * @param keep the fields of the enclosing objects that the records keep
   */
  public JsonDocuments(
      InputStream in, StreamPosition start, List<String> names, List<FieldPath> keep) {
    this.text = new DocumentText(in, start);
    this.window = text.window();
    this.path = new RecordPath(names, keep);
    this.scan = new DocumentScan(text, path);
    this.record = scan.record();
    this.toSkip = start.index();
  }

  @Override
  public Found next() throws IOException {
    while (true) {
      if (record.isFound()) {
        scan.leave();
      }
      while (!record.isFound()) {
        if (!scan.step()) {
          int read = window.fill();
          if (read == 0) {
            return Found.NOTHING;
          }
          if (read < 0) {
            return atEnd();
          }
        }
      }
      if (toSkip == 0 || record.index() < 0) {
        return Found.RECORD;
      }
      toSkip--;
    }
  }

  private Found atEnd() {
    boolean nothing = scan.isBetween() && window.from() == window.limit();
    return nothing ? Found.END : Found.UNFINISHED;
  }

  @Override
  public void takeUnfinished() {
    scan.takeUnfinished();
  }

  /** Of a document, the beginning is shown. */
  @Override
  public byte[] bytes() {
    return record.isDocument() ? text.shown() : window.bytes();
  }

  @Override
  public int from() {
    return record.isDocument() ? 0 : window.from();
  }

  @Override
  public int to() {
    return record.isDocument()
        ? text.shownBytes()
        : window.beforeLineEnds(window.from(), record.end());
  }

  @Override
  public boolean isOverlong() {
    return window.isOverlong();
  }

  @Override
  public @Nullable String problem() {
    return record.problem();
  }

  @Override
  public long linesBefore() {
    return text.linesBefore();
  }

  @Override
  public long index() {
    return record.index();
  }

  @Override
  public Event whole(Event event) {
    return path.whole(event);
  }

  @Override
  public long nextOffset() {
    return record.isLast() ? window.offset(record.end()) : text.start();
  }

  @Override
  public long nextIndex() {
    if (record.isLast()) {
      return 0;
    }
    return (record.isFound() ? record.index() + 1 : record.index()) + toSkip;
  }

  @Override
  public long linesRead() {
    return record.isLast() ? text.linesRead() : text.linesBefore();
  }
}
