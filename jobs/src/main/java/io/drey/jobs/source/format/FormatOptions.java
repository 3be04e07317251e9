// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import io.drey.jobs.option.Option;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.csv.CsvDialect;
import io.drey.jobs.source.format.csv.CsvParser;
import io.drey.jobs.source.format.csv.CsvRecords;
import io.drey.jobs.source.format.json.JsonDocuments;
import io.drey.jobs.source.format.json.JsonLines;
import io.drey.jobs.source.format.json.JsonObjects;
import io.drey.jobs.source.format.json.JsonValues;
import io.drey.jobs.source.format.pattern.LinePattern;
import io.drey.jobs.source.format.pattern.MultilineRecords;
import io.drey.jobs.source.format.pattern.PatternParser;
import io.drey.jobs.source.format.pattern.PrefixedObjects;
import io.drey.jobs.source.format.pattern.Preset;
import io.drey.jobs.source.line.ByteOrderMark;
import io.drey.jobs.source.line.LineBuffer;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.RecordFormat;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.operators.event.FieldPath;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The format of what a source reads: how bytes are cut into records, and what these mean. */
public record FormatOptions(
    @Option(value = "the format of the records", byDefault = "json") InputFormat format,
    @Option("the character between two values of csv, a comma if left out")
        @Nullable String delimiter,
    @Option("the names of the columns of csv; false: there are none, columns are numbered")
        @Nullable HeaderOption header,
    @Option("how a line of text is read: the name of a preset, or a pattern with named groups")
        @Nullable String pattern,
    @Option("a pattern of what stands before each JSON object; its named groups become fields")
        @Nullable String prefix,
    @Option("records of several lines of text") @Nullable MultilineOptions multiline,
    @Option(
            value = "json: one object a line, or values one behind the other or in arrays",
            byDefault = "lines")
        Framing framing,
    @Option("the array in each document of json whose elements are the records")
        @Nullable FieldPath records,
    @Option("the fields of the objects around that array which each record keeps")
        @Nullable List<FieldPath> keep,
    @Option("the encoding of the bytes, UTF-8 if left out") @Nullable String encoding,
    @Option("what a line of csv begins with that is skipped, such as '#'") @Nullable String comment)
    implements RecordFormat, Serializable {

  public FormatOptions {
    if (delimiter != null) {
      checkFor(format == InputFormat.CSV, "delimiter", "csv", format);
      checkDelimiter(delimiter);
    }
    if (header != null) {
      checkFor(format.isCsv(), "header", "csv or tsv", format);
    }
    if (pattern != null) {
      checkFor(format == InputFormat.TEXT, "pattern", "text", format);
      PatternOption.check(pattern);
    }
    if (prefix != null) {
      checkFor(format == InputFormat.JSON, "prefix", "json", format);
      LinePattern unused = PatternOption.compiled("prefix", prefix);
    }
    if (framing == Framing.VALUES) {
      checkFor(format == InputFormat.JSON, "framing", "json", format);
    }
    if (records != null) {
      checkFor(format == InputFormat.JSON, "records", "json", format);
    }
    if (comment != null) {
      checkFor(format.isCsv(), "comment", "csv or tsv", format);
      checkComment(comment);
    }
    checkJson(prefix, framing, records, keep);
    keep = keep == null ? null : List.copyOf(keep);
    if (encoding != null) {
      Encoding unused = Encoding.of(encoding);
    }
    if (multiline != null) {
      checkFor(format == InputFormat.TEXT, "multiline", "text", format);
    }
  }

  /** A format without further options. */
  public static FormatOptions of(InputFormat format) {
    return new FormatOptions(
        format, null, null, null, null, null, Framing.LINES, null, null, null, null);
  }

  /** Text that is read by a pattern. */
  public static FormatOptions text(String pattern) {
    return new FormatOptions(
        InputFormat.TEXT, null, null, pattern, null, null, Framing.LINES, null, null, null, null);
  }

  /** The word for the format. */
  public String word() {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private static void checkFor(boolean fits, String option, String formats, InputFormat format) {
    if (!fits) {
      throw new IllegalArgumentException(
          "Invalid "
              + option
              + ": must be combined with format "
              + formats
              + " but was with "
              + format.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void checkJson(
      @Nullable String prefix,
      Framing framing,
      @Nullable FieldPath records,
      @Nullable List<FieldPath> keep) {
    if (prefix != null && (framing == Framing.VALUES || records != null)) {
      throw new IllegalArgumentException(
          "Invalid prefix: must be combined with one object a line but was '" + prefix + "'");
    }
    if (keep != null && records == null) {
      throw new IllegalArgumentException(
          "Invalid keep: must be combined with records but was " + keep);
    }
  }

  private static void checkComment(String comment) {
    if (comment.isEmpty()) {
      throw new IllegalArgumentException("Invalid comment: must not be empty but was ''");
    }
  }

  private static void checkDelimiter(String delimiter) {
    boolean fits =
        delimiter.length() == 1
            && delimiter.charAt(0) < 128
            && "\"\r\n".indexOf(delimiter.charAt(0)) < 0;
    if (!fits) {
      throw new IllegalArgumentException(
          "Invalid delimiter: must be one ASCII character, no quote or line end, but was '"
              + delimiter
              + "'");
    }
  }

  @Override
  public RecordReader reader(InputStream in, StreamPosition start, String input) {
    Encoding other = encoding == null ? Encoding.UTF_8 : Encoding.of(encoding);
    if (other == Encoding.UTF_8) {
      return records(start.offset() == 0 ? new ByteOrderMark(in, input) : in, start);
    }
    DecodedStream decoded = new DecodedStream(in, other);
    StreamPosition inner = new StreamPosition(0, start.lines(), start.index());
    return new DecodedRecords(decoded, records(decoded, inner), start.offset());
  }

  private RecordReader records(InputStream in, StreamPosition start) {
    if (format.isCsv()) {
      return new CsvRecords(in, start, dialect().delimiter());
    }
    if (records != null) {
      List<String> names = List.of(records.text().split("\\."));
      return new JsonDocuments(in, start, names, keep == null ? List.of() : keep);
    }
    if (framing == Framing.VALUES) {
      return new JsonValues(in, start);
    }
    String first = firstLine();
    return first == null ? new LineBuffer(in, start) : new MultilineRecords(in, start, first);
  }

  /** What the first line of a record begins with; null if every line is a record. */
  private @Nullable String firstLine() {
    Preset preset = PatternOption.preset(pattern);
    if (multiline != null) {
      return multiline.start();
    }
    return preset == null ? null : preset.start();
  }

  @Override
  public LineParser parser(String input) {
    return switch (format) {
      case JSON -> prefix == null ? objects() : new PrefixedObjects(prefix, new JsonLines());
      case LOGFMT -> new LogfmtLines();
      case CSV, TSV -> new CsvParser(input, dialect());
      case TEXT -> pattern == null ? new TextLines() : PatternParser.of(pattern);
    };
  }

  /**
   * The time options of a source with this format, completed by what a preset knows.
   *
   * @throws IllegalArgumentException if they lack a zone or year that it does not know
   */
  public @Nullable TimeOptions timed(@Nullable TimeOptions time) {
    Preset preset = PatternOption.preset(pattern);
    return time == null || preset == null ? time : PatternOption.timed(preset, time);
  }

  private LineParser objects() {
    boolean areLines = framing == Framing.LINES && records == null;
    return areLines ? new JsonLines() : new JsonObjects();
  }

  private CsvDialect dialect() {
    char separator = format == InputFormat.TSV ? '\t' : ',';
    if (delimiter != null) {
      separator = delimiter.charAt(0);
    }
    List<String> names = header == null || header.names().isEmpty() ? null : header.names();
    boolean isDefault = delimiter == null && format == InputFormat.CSV;
    return new CsvDialect((byte) separator, isDefault, header == null, names, comment);
  }
}
