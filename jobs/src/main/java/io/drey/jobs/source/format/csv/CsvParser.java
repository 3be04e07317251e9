// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.ObjectBuilder;
import io.drey.jobs.source.line.Utf8Text;
import io.drey.jobs.source.single.UnreadableInputException;
import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Reads the records of CSV; quotes do not affect the type of a value. */
public final class CsvParser implements LineParser {
  private final String input;
  private final CsvDialect dialect;
  private final Utf8Text utf8 = new Utf8Text();
  private final ObjectBuilder object = new ObjectBuilder();
  private final CsvValues values;
  private final byte @Nullable [] comment;

  /** Null before the first record, which is the header or tells the number of columns. */
  private @Nullable CsvHeader header;

  /**
   * @param input its name, for messages
   */
  public CsvParser(String input, CsvDialect dialect) {
    this.input = input;
    this.dialect = dialect;
    this.values = new CsvValues(dialect.delimiter());
    this.comment = dialect.comment() == null ? null : dialect.comment().getBytes(UTF_8);
  }

  @Override
  public boolean needsHeader() {
    return header == null;
  }

  @Override
  public @Nullable Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    if (isComment(buffer, from, to)) {
      return null;
    }
    CsvHeader known = header;
    if (known == null) {
      header = CsvHeader.NONE;
      utf8.check(buffer, from, to);
      List<String> first = texts(buffer, from, to);
      known = headerOf(first);
      header = known;
      if (dialect.hasHeader() || (dialect.names() != null && known.isIn(first))) {
        return null;
      }
    }
    utf8.check(buffer, from, to);
    return event(known, buffer, from, to);
  }

  private boolean isComment(byte[] buffer, int from, int to) {
    return comment != null
        && to - from >= comment.length
        && Arrays.equals(buffer, from, from + comment.length, comment, 0, comment.length);
  }

  private List<String> texts(byte[] buffer, int from, int to) throws MalformedLineException {
    List<String> texts = new ArrayList<>();
    values.begin(buffer, from, to);
    do {
      values.next();
      texts.add(new String(values.bytes(), values.from(), values.to() - values.from(), UTF_8));
    } while (values.hasNext());
    return texts;
  }

  private CsvHeader headerOf(List<String> first) {
    if (!dialect.hasHeader()) {
      List<String> names = dialect.names();
      return names == null ? CsvHeader.numbered(first.size()) : CsvHeader.of(names);
    }
    String problem = CsvHeader.problem(first);
    if (problem == null && dialect.isDefault()) {
      problem = CsvHeader.otherDelimiter(first);
    }
    if (problem != null) {
      throw new FlinkRuntimeException(
          new UnreadableInputException("Cannot read '" + input + "': " + problem));
    }
    return CsvHeader.of(first);
  }

  private Event event(CsvHeader known, byte[] buffer, int from, int to)
      throws MalformedLineException {
    int columns = known.columns();
    if (columns == 0) {
      throw new MalformedLineException("No header: the first line is malformed");
    }
    object.begin();
    values.begin(buffer, from, to);
    int count = 0;
    boolean isEmpty = true;
    do {
      values.next();
      if (count < columns) {
        object.member(known.member(count)).value(values.bytes(), values.from(), values.to());
      } else {
        isEmpty &= values.from() == values.to();
      }
      count++;
    } while (values.hasNext());
    check(known, count, isEmpty);
    return object.end();
  }

  private static void check(CsvHeader known, int count, boolean isEmpty)
      throws MalformedLineException {
    int columns = known.columns();
    if (count < columns || count > columns + known.nameless()) {
      throw new MalformedLineException("Expected " + columns + " values but found " + count);
    }
    if (!isEmpty) {
      throw new MalformedLineException("A value in a column without a name");
    }
  }
}
