// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.Framing;
import io.drey.jobs.source.format.HeaderOption;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Stateless;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.lookup.Lookup;
import io.drey.operators.lookup.Missing;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Adds columns of a small file to events. */
public record LookupStep(
    @Option("the file with the rows: CSV, TSV, JSON lines or logfmt, compressed or not")
        TableFile file,
    @Option("the field or fields of events that make up the key") KeyPaths key,
    @Option("the column or columns with the key; those of the same names if left out")
        @Nullable KeyPaths in,
    @Option("the columns to add; all but those of the key if left out")
        @Nullable List<FieldPath> add,
    @Option("what the names of the added fields begin with, before those of the columns")
        @Nullable String prefix,
    @Option(
            value = "whether an event without a row passes, or goes to missing only",
            byDefault = "keep")
        Missing missing,
    @Option("the columns in which a number is text, as where 007 and 7 are two keys")
        @Nullable List<FieldPath> text,
    @Option("the format of the file; that of its name if left out") @Nullable InputFormat format,
    @Option("the character between two values of csv, a comma if left out")
        @Nullable String delimiter,
    @Option("the names of the columns of csv; false: there are none, columns are numbered")
        @Nullable HeaderOption header)
    implements Step {
  public LookupStep {
    if (in != null && in.fields().size() != key.fields().size()) {
      throw new IllegalArgumentException(
          "Invalid in: must be as many columns as key has fields ("
              + key.fields().size()
              + ") but was "
              + in.fields().size());
    }
    add = add == null ? null : List.copyOf(add);
    text = text == null ? null : List.copyOf(text);
    format = format == null ? InputFormat.ofName(file.toString()) : format;
    FormatOptions reading = reading(file, format, delimiter, header);
    Columns columns =
        new Columns(
            file.toString(),
            in == null ? "key" : "in",
            in == null ? key : in,
            add,
            text == null ? List.of() : text,
            prefix == null ? "" : prefix);
    file.read(reading, columns);
  }

  private static FormatOptions reading(
      TableFile file,
      @Nullable InputFormat format,
      @Nullable String delimiter,
      @Nullable HeaderOption header) {
    if (format == null || format == InputFormat.TEXT) {
      throw new IllegalArgumentException(
          "Invalid format: must be json, logfmt, csv or tsv but was "
              + (format == null ? "left out, and the name '" + file + "' says none" : "text"));
    }
    return new FormatOptions(
        format, delimiter, header, null, null, null, Framing.LINES, null, null, null, null);
  }

  @Override
  public List<String> outputs() {
    return List.of(Lookup.MISSING, KeyedStep.INVALID);
  }

  @Override
  public List<String> byProducts() {
    return List.of(Lookup.MISSING);
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    TableContent content = content();
    SingleOutputStreamOperator<Event> enriched =
        Lookup.on(
            input,
            content.table(context.id()),
            new EnrichEvents(key, content.fields()),
            missing,
            EventTypeInfo.STREAM,
            context.id());
    return Stateless.named(enriched, outputs());
  }

  @Override
  public void prepare(String id) throws IOException {
    if (file.content() == null) {
      throw new IOException(absent() + " (it is the file of step '" + id + "')");
    }
  }

  private TableContent content() {
    TableContent content = file.content();
    if (content == null) {
      throw new IllegalArgumentException(absent());
    }
    return content;
  }

  private String absent() {
    return "Cannot read '" + file + "': no such file";
  }

  @Override
  public List<String> files() {
    TableContent content = file.content();
    String what =
        content == null
            ? "no such file"
            : String.format(
                Locale.ROOT, "%,d rows, %,d bytes in the job", content.rows(), content.size());
    return List.of(file + ": " + what);
  }

  @Override
  public List<OptionProblem> warnings() {
    TableContent content = file.content();
    if (content != null && content.rows() > 0) {
      return List.of();
    }
    String problem = content == null ? absent() : "No rows in '" + file + "'";
    return List.of(new OptionProblem(List.of("file"), problem));
  }

  @Override
  public String skipped(long values) {
    FieldPath field = key.fields().get(0);
    String cure =
        content().hasTextKeys()
            ? "a step before it with set: {%s: text(event.%s)} makes text of numbers"
                .formatted(field, field)
            : "text: %s reads the keys of the file as text".formatted(columns());
    return String.format(
        Locale.ROOT,
        "%,d %s without a row only because one key is text and the other is not (%s)",
        values,
        values == 1 ? "event" : "events",
        cure);
  }

  @Override
  public String unmatched(Event first) {
    String found = key.read(first);
    return "the key of the first is %s, those of '%s' are %s"
        .formatted(
            found == null ? "none" : KeyPaths.plain(found),
            file,
            content().rows() == 0 ? "none" : content().someKeys());
  }

  /** The columns of the key, as a list in YAML. */
  private List<FieldPath> columns() {
    return (in == null ? key : in).fields();
  }
}
