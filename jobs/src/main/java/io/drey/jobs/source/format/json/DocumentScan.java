// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.jobs.source.line.ByteSearch;
import io.drey.jobs.source.line.ByteWindow;

/** Goes through documents step by step, from one record to the next. */
final class DocumentScan {
  private enum Where {
    BETWEEN_DOCUMENTS,
    /** In what is no document, up to a line that begins one. */
    OTHER,
    IN_DOCUMENT,
    SKIPPED_VALUE,
    KEPT_VALUE,
    RECORD
  }

  private final DocumentText text;
  private final ByteWindow window;
  private final RecordPath path;
  private final ValueScan value = new ValueScan();

  private final MemberHead head = new MemberHead();
  private final DocumentRecord record = new DocumentRecord();
  private Where where = Where.BETWEEN_DOCUMENTS;

  DocumentScan(DocumentText text, RecordPath path) {
    this.text = text;
    this.window = text.window();
    this.path = path;
  }

  /** The record that it has found, or looks for. */
  DocumentRecord record() {
    return record;
  }

  /** Goes on behind a record. */
  void leave() {
    if (record.leave()) {
      where = Where.IN_DOCUMENT;
    } else {
      forget();
    }
    text.pass(record.end());
    if (isBetween()) {
      text.begin();
    }
  }

  private void forget() {
    path.forget();
    text.forget();
    record.restart();
    where = Where.BETWEEN_DOCUMENTS;
  }

  /** Looks at what is there; false if more is needed. */
  boolean step() {
    return switch (where) {
      case BETWEEN_DOCUMENTS -> between();
      case OTHER -> other();
      case IN_DOCUMENT -> inDocument();
      case SKIPPED_VALUE -> skip();
      case KEPT_VALUE -> keep();
      case RECORD -> value.scan(window) && element();
    };
  }

  private boolean between() {
    int limit = window.limit();
    int at = window.behindMark(text.behindSpace(window.from()), limit);
    text.pass(at);
    text.begin();
    if (at == limit) {
      return false;
    }
    text.forget();
    path.begin();
    record.restart();
    byte first = window.bytes()[window.from()];
    if (first == '{' || first == '[') {
      return enter(new Enclosing(Enclosing.Kind.of(first), 0));
    }
    // A byte order mark may not be there as a whole.
    if (first == (byte) 0xEF && limit - window.from() < 3) {
      return false;
    }
    where = Where.OTHER;
    record.isOutside();
    return true;
  }

  private boolean enter(Enclosing inner) {
    path.enter(inner);
    text.pass(window.from() + 1);
    where = Where.IN_DOCUMENT;
    return true;
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
        return record.foundMalformed(end, "Expected a document");
      }
      window.scanned(end + 1);
      text.linesRead(text.linesRead() + 1);
    }
  }

  private boolean inDocument() {
    text.pass(text.behindSpace(window.from()));
    if (window.from() == window.limit()) {
      return false;
    }
    byte first = window.bytes()[window.from()];
    Enclosing inner = path.inner();
    boolean isObject = inner.kind() == Enclosing.Kind.OBJECT;
    if (first == ',') {
      text.pass(window.from() + 1);
      return true;
    }
    if (first == (isObject ? '}' : ']')) {
      return close();
    }
    if (isObject) {
      return first == '"' ? member() : broken("Expected a field name or '}'");
    }
    if (first == '}' || first == ':') {
      return broken("Expected a value or ']'");
    }
    if (inner.kind() == Enclosing.Kind.ARRAY && (first == '{' || first == '[')) {
      return enter(new Enclosing(Enclosing.Kind.of(first), inner.level()));
    }
    return value(Where.RECORD, first);
  }

  private boolean value(Where kind, byte first) {
    where = kind;
    window.scanned(window.from());
    value.begin(first, kind != Where.SKIPPED_VALUE);
    return true;
  }

  private boolean broken(String why) {
    record.isMalformed(why + " at byte " + text.passed() + " of the document");
    where = Where.OTHER;
    window.scanned(window.from());
    return true;
  }

  private boolean close() {
    boolean isEnd = path.leave();
    text.pass(window.from() + 1);
    if (!isEnd) {
      return true;
    }
    String lack = path.lack();
    if (lack == null) {
      forget();
      text.begin();
      return true;
    }
    return record.foundMalformed(window.from(), lack);
  }

  /** Reads a name and finds out what its value is for. */
  private boolean member() {
    return switch (head.read(text)) {
      case PART -> false;
      case TOO_LONG -> broken("Expected a shorter name");
      case WITHOUT_COLON -> broken("Expected ':' behind a field name");
      case WHOLE -> member(window.bytes()[window.from()]);
    };
  }

  private boolean member(byte first) {
    Enclosing way = path.way(head.name(), first);
    return way == null
        ? value(path.mayKeep(head.name()) ? Where.KEPT_VALUE : Where.SKIPPED_VALUE, first)
        : enter(way);
  }

  private boolean skip() {
    boolean isEnd = value.scan(window);
    text.pass(isEnd ? window.index(value.end()) : window.limit());
    return isEnd && ended();
  }

  private boolean keep() {
    if (!value.scan(window)) {
      return false;
    }
    int end = window.index(value.end());
    if (!window.isOverlong()) {
      path.inner().keep(head.name(), window.bytes(), window.from(), end);
    }
    text.pass(end);
    return ended();
  }

  private boolean ended() {
    text.linesRead(text.linesRead() + value.lines());
    where = Where.IN_DOCUMENT;
    return !value.isBroken() || broken("Expected the end of a value");
  }

  private boolean element() {
    text.linesRead(text.linesRead() + value.lines());
    return record.foundElement(window.index(value.end()), value.isBroken());
  }

  /** Takes what is there for the rest: the stream has ended. */
  void takeUnfinished() {
    if (where == Where.RECORD) {
      value.takeUnfinished(window);
      boolean unused = element();
      return;
    }
    if (where != Where.OTHER && !isBetween()) {
      text.pass(window.limit());
    }
    boolean unused = record.foundMalformed(window.limit(), "The document does not end");
  }

  /** Whether it is in no document. */
  boolean isBetween() {
    return where == Where.BETWEEN_DOCUMENTS;
  }
}
