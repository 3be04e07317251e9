// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.line.ByteSearch;
import io.drey.jobs.source.line.ByteWindow;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements of an array inside of JSON documents, which stand one behind the other. A
 * document is read piece by piece: only its records, and members that are kept, have to fit into
 * memory. The position of a record is the start of its document and its index.
 */
public final class JsonDocuments implements RecordReader {
  private static final int SHOWN = 8 << 10;
  private static final int LONGEST_NAME = 1 << 20;

  private enum Where {
    BETWEEN_DOCUMENTS,
    /** In what is no document, up to a line that begins one. */
    OTHER,
    IN_DOCUMENT,
    SKIPPED_VALUE,
    KEPT_VALUE,
    RECORD
  }

  private final ByteWindow window;
  private final String path;
  private final List<String> names;
  private final KeptFields kept;
  private final ValueScan scan = new ValueScan();
  private final Deque<Enclosing> enclosing = new ArrayDeque<>();

  /** The beginning of the document. */
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private Where where = Where.BETWEEN_DOCUMENTS;
  private boolean isFound;
  private boolean hasRecords;
  private boolean isCutOff;

  /** Whether the record is in no document. */
  private boolean isOther;

  private @Nullable String behind;
  private @Nullable String problem;
  private String name = "";

  private int to;
  private long documentStart;
  private long linesBefore;
  private long linesRead;
  private long index;
  private long toSkip;

  /**
   * Finds records.
   *
   * @param names the names of the fields that lead to the array
   * @param keep the fields of the enclosing objects that the records keep
   */
  public JsonDocuments(
      InputStream in, StreamPosition start, List<String> names, List<FieldPath> keep) {
    this.window = new ByteWindow(in, start.offset());
    this.names = names;
    this.path = String.join(".", names);
    this.kept = new KeptFields(keep);
    this.documentStart = start.offset();
    this.linesBefore = start.lines();
    this.linesRead = start.lines();
    this.toSkip = start.index();
  }

  @Override
  public Found next() throws IOException {
    while (true) {
      if (isFound) {
        leave();
      }
      while (!isFound) {
        if (!step()) {
          int read = window.fill();
          if (read == 0) {
            return Found.NOTHING;
          }
          if (read < 0) {
            return atEnd();
          }
        }
      }
      if (toSkip == 0 || index < 0) {
        return Found.RECORD;
      }
      toSkip--;
    }
  }

  private Found atEnd() {
    boolean nothing = where == Where.BETWEEN_DOCUMENTS && window.from() == window.limit();
    return nothing ? Found.END : Found.UNFINISHED;
  }

  /** Goes on behind a record. */
  private void leave() {
    isFound = false;
    problem = null;
    if (index < 0 || isCutOff) {
      forget();
    } else {
      index++;
      where = Where.IN_DOCUMENT;
    }
    pass(to);
    if (where == Where.BETWEEN_DOCUMENTS) {
      documentStart = window.start();
      linesBefore = linesRead;
    }
  }

  private void forget() {
    enclosing.clear();
    shown.reset();
    isCutOff = false;
    isOther = false;
    index = 0;
    where = Where.BETWEEN_DOCUMENTS;
  }

  /** Looks at what is there; false if more is needed. */
  private boolean step() {
    return switch (where) {
      case BETWEEN_DOCUMENTS -> between();
      case OTHER -> other();
      case IN_DOCUMENT -> inDocument();
      case SKIPPED_VALUE -> skip();
      case KEPT_VALUE -> keep();
      case RECORD -> record();
    };
  }

  private boolean between() {
    int at = skipSpace(window.from());
    int limit = window.limit();
    at = window.behindMark(at, limit);
    pass(at);
    documentStart = window.start();
    linesBefore = linesRead;
    if (at == limit) {
      return false;
    }
    shown.reset();
    index = 0;
    hasRecords = false;
    behind = null;
    byte first = window.bytes()[window.from()];
    if (first == '{' || first == '[') {
      enter(new Enclosing(Enclosing.Kind.of(first), 0));
      return true;
    }
    // A byte order mark may not be there as a whole.
    if (first == (byte) 0xEF && limit - window.from() < 3) {
      return false;
    }
    where = Where.OTHER;
    isOther = true;
    return true;
  }

  private void enter(Enclosing inner) {
    enclosing.push(inner);
    pass(window.from() + 1);
    where = Where.IN_DOCUMENT;
  }

  /** Moves on, and keeps the beginning of a document to show it. */
  private void pass(int next) {
    int count = Math.min(next - window.from(), SHOWN - shown.size());
    if (count > 0) {
      shown.write(window.bytes(), window.from(), count);
    }
    window.begin(next);
  }

  private int skipSpace(int from) {
    byte[] bytes = window.bytes();
    int at = from;
    while (at < window.limit()
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      linesRead += bytes[at] == '\n' ? 1 : 0;
      at++;
    }
    return at;
  }

  private boolean other() {
    byte[] bytes = window.bytes();
    while (true) {
      int end = ByteSearch.find('\n', bytes, window.scanned(), window.limit());
      if (end + 1 >= window.limit()) {
        window.scanned(end);
        return false;
      }
      if (bytes[end + 1] == '{' || bytes[end + 1] == '[') {
        return found(end, -1, problem == null ? "Expected a document" : problem);
      }
      window.scanned(end + 1);
      linesRead++;
    }
  }

  private boolean found(int end, long number, @Nullable String why) {
    to = end;
    index = number;
    problem = why;
    isFound = true;
    return true;
  }

  private boolean inDocument() {
    Enclosing inner = enclosing.getFirst();
    pass(skipSpace(window.from()));
    if (window.from() == window.limit()) {
      return false;
    }
    byte first = window.bytes()[window.from()];
    boolean isObject = inner.kind() == Enclosing.Kind.OBJECT;
    if (first == ',') {
      pass(window.from() + 1);
      return true;
    }
    if (first == (isObject ? '}' : ']')) {
      return close();
    }
    if (isObject) {
      return first == '"' ? member(inner) : broken("Expected a field name or '}'");
    }
    if (first == '}' || first == ':') {
      return broken("Expected a value or ']'");
    }
    if (inner.kind() == Enclosing.Kind.ARRAY && (first == '{' || first == '[')) {
      enter(new Enclosing(Enclosing.Kind.of(first), inner.level()));
      return true;
    }
    return value(Where.RECORD, first);
  }

  private boolean value(Where kind, byte first) {
    where = kind;
    window.scanned(window.from());
    scan.begin(first, kind != Where.SKIPPED_VALUE);
    return true;
  }

  private boolean broken(String why) {
    problem = why + " at byte " + (window.start() - documentStart) + " of the document";
    where = Where.OTHER;
    window.scanned(window.from());
    return true;
  }

  private boolean close() {
    Enclosing inner = enclosing.pop();
    hasRecords |= inner.kind() == Enclosing.Kind.RECORDS;
    pass(window.from() + 1);
    if (!enclosing.isEmpty()) {
      return true;
    }
    if (hasRecords && behind == null) {
      forget();
      documentStart = window.start();
      linesBefore = linesRead;
      return true;
    }
    String lacks =
        hasRecords
            ? "Field '" + behind + "' stands behind the records and cannot be kept"
            : "No array '" + path + "'";
    return found(window.from(), -1, lacks);
  }

  /** Reads a name and finds out what its value is for. */
  private boolean member(Enclosing inner) {
    byte[] bytes = window.bytes();
    int limit = window.limit();
    int quote = window.from() + 1;
    while (quote < limit && bytes[quote] != '"' && bytes[quote] != '\n') {
      quote += bytes[quote] == '\\' ? 2 : 1;
    }
    if (quote >= limit) {
      return limit - window.from() > LONGEST_NAME && broken("Expected a shorter name");
    }
    long lines = linesRead;
    int colon = skipSpace(quote + 1);
    int value = colon < limit && bytes[colon] == ':' ? skipSpace(colon + 1) : colon;
    if (value >= limit) {
      linesRead = lines;
      return false;
    }
    if (bytes[quote] == '\n' || bytes[colon] != ':') {
      return broken("Expected ':' behind a field name");
    }
    name = new String(bytes, window.from() + 1, quote - window.from() - 1, UTF_8);
    pass(value);
    return member(inner, window.bytes()[window.from()]);
  }

  private boolean member(Enclosing inner, byte first) {
    int level = inner.level();
    if (level < names.size() && name.equals(names.get(level))) {
      boolean isLast = level == names.size() - 1;
      inner.pass();
      if (first == '[') {
        enter(new Enclosing(isLast ? Enclosing.Kind.RECORDS : Enclosing.Kind.ARRAY, level + 1));
        takeKept(isLast);
        return true;
      }
      if (first == '{' && !isLast) {
        enter(new Enclosing(Enclosing.Kind.OBJECT, level + 1));
        return true;
      }
    }
    if (inner.isPassed() && kept.isOf(name)) {
      behind = name;
    }
    return value(kept.mayBeIn(name) ? Where.KEPT_VALUE : Where.SKIPPED_VALUE, first);
  }

  private void takeKept(boolean isLast) {
    if (isLast) {
      List<Event> objects = new ArrayList<>();
      enclosing.descendingIterator().forEachRemaining(outer -> objects.add(outer.object()));
      kept.take(objects);
    }
  }

  private boolean skip() {
    boolean isEnd = scan.scan(window);
    int end = isEnd ? window.index(scan.end()) : window.limit();
    pass(end);
    return isEnd && ended();
  }

  private boolean keep() {
    if (!scan.scan(window)) {
      return false;
    }
    int end = window.index(scan.end());
    if (!window.isOverlong()) {
      enclosing.getFirst().keep(name, window.bytes(), window.from(), end);
    }
    pass(end);
    return ended();
  }

  private boolean ended() {
    linesRead += scan.lines();
    where = Where.IN_DOCUMENT;
    return scan.isBroken() ? broken("Expected the end of a value") : true;
  }

  private boolean record() {
    if (!scan.scan(window)) {
      return false;
    }
    return scanned();
  }

  private boolean scanned() {
    linesRead += scan.lines();
    isCutOff = scan.isBroken();
    return found(window.index(scan.end()), index, isCutOff ? "Cut off" : null);
  }

  @Override
  public void takeUnfinished() {
    if (where == Where.RECORD) {
      scan.takeUnfinished(window);
      boolean unused = scanned();
      return;
    }
    String why = problem == null ? "The document does not end" : problem;
    if (where != Where.OTHER && where != Where.BETWEEN_DOCUMENTS) {
      pass(window.limit());
    }
    boolean unused = found(window.limit(), -1, why);
  }

  /** Whether the record is a document, of which the beginning is shown. */
  private boolean isDocument() {
    return index < 0 && !isOther;
  }

  @Override
  public byte[] bytes() {
    return isDocument() ? shown.toByteArray() : window.bytes();
  }

  @Override
  public int from() {
    return isDocument() ? 0 : window.from();
  }

  @Override
  public int to() {
    if (isDocument()) {
      return shown.size();
    }
    int end = to;
    while (end > window.from()
        && (window.bytes()[end - 1] == '\n' || window.bytes()[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  @Override
  public boolean isOverlong() {
    return window.isOverlong();
  }

  @Override
  public @Nullable String problem() {
    return problem;
  }

  @Override
  public long linesBefore() {
    return linesBefore;
  }

  @Override
  public long index() {
    return index;
  }

  @Override
  public Event whole(Event event) {
    return kept.addTo(event);
  }

  private boolean isBehindDocument() {
    return isFound && (index < 0 || isCutOff);
  }

  @Override
  public long nextOffset() {
    return isBehindDocument() ? window.offset(to) : documentStart;
  }

  @Override
  public long nextIndex() {
    if (isBehindDocument()) {
      return 0;
    }
    return (isFound ? index + 1 : index) + toSkip;
  }

  @Override
  public long linesRead() {
    return isBehindDocument() ? linesRead : linesBefore;
  }
}
