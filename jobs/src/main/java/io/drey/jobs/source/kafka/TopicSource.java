// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.kafka.Brokers;
import io.drey.jobs.kafka.ClientProperties;
import io.drey.jobs.option.Option;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.SourceWiring;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUse;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.Framing;
import io.drey.jobs.source.line.RecordFormat;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Reads the records of Kafka topics; several readers share the partitions. */
public record TopicSource(
    @Option("the addresses of some brokers, a list or with commas between them") Brokers brokers,
    @Option("the topics") @Nullable List<String> topics,
    @Option("a regular expression that the names of the topics match, instead of topics")
        @Nullable String topicPattern,
    @Option(
            "the consumer group, under which offsets are committed at checkpoints;"
                + " drey.PIPELINE.SOURCE if left out")
        @Nullable String group,
    @Option(
            value = "the first records: earliest, latest, committed, or a timestamp or offsets",
            byDefault = "earliest")
        StartOptions start,
    @Option(
            value =
                "where reading ends: none, latest (what is there at the start), committed, or a"
                    + " timestamp or offsets",
            byDefault = "none")
        EndOptions end,
    @Option(value = "the format of the values", byDefault = "json") ValueFormat format,
    @Option("how text is read: the name of a preset, or a pattern with named groups")
        @Nullable String pattern,
    @Option("a pattern of what stands before each JSON object; its named groups become fields")
        @Nullable String prefix,
    @Option("the event time: its field, the record's, or processing; processing if left out")
        @Nullable TimeOptions time,
    @Option("the field that gets the key of the record, in base64 if it is not UTF-8")
        @Nullable FieldPath keyField,
    @Option(value = "fields that get the last header of a name, by field", byDefault = "{}")
        Map<String, String> headers,
    @Option(
            value =
                "what becomes of records without a value: malformed, dropped, or events with"
                    + " key-field and deleted",
            byDefault = "malformed")
        Tombstones tombstones,
    @Option("the fields that the key of the record is made of, and so decide on the partition")
        @Nullable KeyPaths orderedBy,
    @Option(value = "how often to look for new partitions; 0s for never", byDefault = "5m")
        Duration discovery,
    @Option(value = "other properties of the consumer", byDefault = "{}")
        Map<String, String> properties)
    implements Source {
  private static final Map<String, String> RESERVED =
      Map.of(
          "bootstrap.servers", "brokers",
          "group.id", "group",
          "auto.offset.reset", "start",
          "partition.discovery.interval.ms", "discovery",
          "enable.auto.commit", "",
          "key.deserializer", "",
          "value.deserializer", "");

  public TopicSource {
    topics = topics == null ? null : List.copyOf(topics);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    checkTopics(topics, topicPattern);
    time = values(format, pattern, prefix).timed(time);
    TimeUse.RECORDS.check(time);
    checkGroup(group, start, end);
    if (tombstones == Tombstones.EVENT && keyField == null) {
      throw new IllegalArgumentException(
          "Invalid tombstones: must be combined with key-field but was event");
    }
    ClientProperties.check(properties, RESERVED);
  }

  private static void checkTopics(@Nullable List<String> topics, @Nullable String topicPattern) {
    if ((topics == null) == (topicPattern == null)) {
      throw new IllegalArgumentException(
          "Invalid topics: must be given, or else topic-pattern, but "
              + (topics == null ? "neither was" : "both were"));
    }
    if (topics != null && topics.isEmpty()) {
      throw new IllegalArgumentException("Invalid topics: must name a topic but was []");
    }
    if (topicPattern != null) {
      try {
        Pattern unused = Pattern.compile(topicPattern);
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "Invalid topic-pattern: must be a regular expression but was '" + topicPattern + "'",
            e);
      }
    }
  }

  private static void checkGroup(@Nullable String group, StartOptions start, EndOptions end) {
    if (group == null && (start.isCommitted() || end.isCommitted())) {
      throw new IllegalArgumentException(
          "Invalid "
              + (start.isCommitted() ? "start" : "end")
              + ": must be combined with group but was committed");
    }
  }

  private static FormatOptions values(
      ValueFormat format, @Nullable String pattern, @Nullable String prefix) {
    // A value may be pretty-printed, but a prefix stands before an object in one line.
    Framing framing = format == ValueFormat.JSON && prefix == null ? Framing.VALUES : Framing.LINES;
    return new FormatOptions(
        format.format(), null, null, pattern, prefix, null, framing, null, null, null, null);
  }

  /** How values are read. */
  FormatOptions values() {
    return values(format, pattern, prefix);
  }

  @Override
  public String formatName() {
    return format.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public RecordFormat recordFormat() {
    return values();
  }

  @Override
  public boolean isBounded() {
    return !end.isNone();
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  @Override
  public boolean isTimedByArrival() {
    return true;
  }

  @Override
  public boolean parallel() {
    return true;
  }

  @Override
  public @Nullable String disorder(KeyPaths key) {
    if (orderedBy == null) {
      return "has partitions ('ordered-by' says which field decides on the partition)";
    }
    return key.includes(orderedBy)
        ? null
        : "has partitions by " + orderedBy.fields() + ", which is not in the key";
  }

  @Override
  public void prepare(String id) throws IOException {
    TopicCheck.check(id, this);
  }

  @Override
  public NamedStreams open(StreamExecutionEnvironment env, SourceContext context) {
    return SourceWiring.connect(
        env,
        context,
        readers(context.parallelism()),
        TopicInput.of(context, this),
        SourceWiring.watermarks(time, !isBounded())
            .withTimestampAssigner((record, unused) -> record.time()));
  }
}
