// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.content.Content;
import io.drey.jobs.source.line.EventDecoder;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.LineEmitter;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.RecordFormat;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.line.TracedRecords;
import io.drey.jobs.source.single.ReadTimes;
import io.drey.jobs.test.Input;
import io.drey.operators.event.Event;
import io.drey.operators.event.Origin;
import io.drey.operators.event.time.EventTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;

/** Reads what a test gives to a source as the source would: its format, times and malformed. */
final class GivenSource {
  private final SourceEntry entry;
  private final String testFile;
  private final boolean traced;
  private final SourceMetrics metrics;
  private final Deque<Input> inputs = new ArrayDeque<>();

  /** Of text in the test file: a header holds for all that follows. */
  private @Nullable LineParser parser;

  private SourceRecords records;
  private @Nullable RecordReader reader;
  private @Nullable LineEmitter emitter;
  private @Nullable InputStream open;
  private long reads;
  private long lastTime = EventTime.NONE;

  GivenSource(SourceEntry entry, String testFile, boolean traced) {
    this.entry = entry;
    this.testFile = testFile;
    this.traced = traced;
    this.metrics = new SourceMetrics(new UnregisteredMetricsGroup(), entry.id());
    this.records = records(testFile, ReadTimes.NONE);
  }

  private SourceRecords records(String input, ReadTimes times) {
    TimeOptions time = entry.source().time();
    return new SourceRecords(
        entry.id(), input, time == null ? null : time.reader(), times, metrics);
  }

  String id() {
    return entry.id();
  }

  void give(Collection<Input> more) {
    inputs.addAll(more);
  }

  boolean hasMore() {
    return reader != null || !inputs.isEmpty();
  }

  /** Whether its turn comes before another's, as in a run. */
  boolean isBehind(GivenSource other) {
    return lastTime == other.lastTime ? reads < other.reads : lastTime < other.lastTime;
  }

  /** The greatest watermark of what was read; {@link EventTime#NONE} if there is none. */
  long watermark() {
    return records.watermark();
  }

  /** The time of the last event; {@link EventTime#NONE} if there is none. */
  long lastTime() {
    return lastTime;
  }

  /** Reads one record, or finds that there is none where it looked. */
  void read(SourceOutput<InputRecord> output) throws IOException {
    reads++;
    if (reader != null) {
      readOn(reader, output);
    } else {
      begin(inputs.remove(), output);
    }
    lastTime = records.times().last();
  }

  private void begin(Input input, SourceOutput<InputRecord> output) throws IOException {
    if (input instanceof Input.OfEvent event) {
      emit(event, output);
    } else if (input instanceof Input.OfText text) {
      StreamPosition start = new StreamPosition(0, text.at().line() - 1L, 0);
      parser = parser == null ? format().parser(testFile) : parser;
      open(new ByteArrayInputStream(text.text().getBytes(UTF_8)), start, testFile, parser);
    } else if (input instanceof Input.OfFile file) {
      String name = file.file().toString();
      records = records(name, records.times());
      open(Content.open(name), StreamPosition.START, name, format().parser(name));
    }
  }

  private void emit(Input.OfEvent input, SourceOutput<InputRecord> output) {
    Event event = Event.of(input.json());
    String line = Integer.toString(input.at().line());
    if (traced) {
      event = event.withOrigin(new Origin(entry.id(), testFile + ":" + line));
    }
    try {
      records.emit(records.event(event), output);
    } catch (MalformedLineException e) {
      byte[] json = input.json().getBytes(UTF_8);
      records.emit(records.malformed(e, json, 0, json.length, line), output);
    }
  }

  private void open(InputStream content, StreamPosition start, String name, LineParser lines) {
    open = content;
    RecordReader plain = format().reader(content, start, name);
    reader = traced ? new TracedRecords(plain, entry.id(), name) : plain;
    emitter = new LineEmitter(reader, new EventDecoder(lines, records));
  }

  private RecordFormat format() {
    return Objects.requireNonNull(entry.source().recordFormat(), entry::id);
  }

  private void readOn(RecordReader from, SourceOutput<InputRecord> output) throws IOException {
    RecordReader.Found found = from.next();
    if (found == RecordReader.Found.UNFINISHED) {
      from.takeUnfinished();
    }
    if (found == RecordReader.Found.END || found == RecordReader.Found.NOTHING) {
      close();
    } else {
      Objects.requireNonNull(emitter).emit(output);
    }
  }

  void close() throws IOException {
    reader = null;
    emitter = null;
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
