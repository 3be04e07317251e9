package io.drey.jobs.source;

import java.util.function.Supplier;

/** How a line becomes an event. */
public enum InputFormat {
  /** One JSON object a line. */
  JSON(JsonLines::new),
  /** {@code a=1 b="x y" c}: a word alone is true, a quoted value is always a string. */
  LOGFMT(LogfmtLines::new),
  /**
   * The first line names the fields; quotes as in RFC 4180, but a record is one line: a quoted line
   * break is malformed.
   */
  CSV(CsvLines::new),
  /** Any text, as field {@code line}. */
  TEXT(TextLines::new);

  private final Supplier<LineParser> parsers;

  InputFormat(Supplier<LineParser> parsers) {
    this.parsers = parsers;
  }

  /** A parser for one file or stream, from its start. */
  LineParser parser() {
    return parsers.get();
  }
}
