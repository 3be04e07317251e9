// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.jobs.yaml.Unknown;
import io.drey.state.migration.kafka.KafkaStart;
import io.drey.state.migration.kafka.TopicPartition;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.metadata.AddedOperator;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.operator.CoordinatorState;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Kafka source that starts at offsets, of which {@code drey state offsets} prints such rows. */
public final class SourceStart implements FilledOperator {
  private static final String TOPIC = "topic";
  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";
  private static final String STOP = "stop";
  private static final List<String> WORDS = List.of("committed", "earliest", "latest");
  private static final List<String> WRITTEN = List.of(TOPIC, PARTITION, OFFSET, STOP);

  /** What {@code offsets} adds for the reader. */
  private static final List<String> IGNORED = List.of("operator", "status", "subtask");

  private final OperatorId id;
  private final int maxParallelism;
  private final KafkaStart start = new KafkaStart();
  private final Map<TopicPartition, Long> lines = new HashMap<>();
  private long rows;

  private SourceStart(OperatorId id, int maxParallelism) {
    this.id = id;
    this.maxParallelism = maxParallelism;
  }

  /**
   * Reads all rows.
   *
   * @throws InvalidRowsException if some are not where a partition of Kafka stands
   */
  public static SourceStart of(OperatorStates operator, RowLines lines) throws IOException {
    SourceStart source = new SourceStart(operator.id(), operator.maxParallelism());
    RowProblems problems = new RowProblems(lines.name());
    while (lines.next()) {
      source.rows++;
      try {
        source.add(RowParser.parse(lines));
      } catch (InvalidRowException e) {
        problems.add(lines.number(), String.valueOf(e.getMessage()));
      }
    }
    problems.throwIfAny();
    return source;
  }

  private void add(Row row) {
    for (String name : row.members().keySet()) {
      if (!WRITTEN.contains(name) && !IGNORED.contains(name)) {
        throw new InvalidRowException(Unknown.message("member", name, WRITTEN));
      }
    }
    TopicPartition partition = partition(row);
    Object stop = row.get(STOP);
    if (!start.add(partition, offset(row), stop == null ? null : number(STOP, "an offset", stop))) {
      throw new InvalidRowException(
          "Duplicate partition: " + partition + " is in line " + lines.get(partition) + ", too");
    }
    lines.put(partition, row.line());
  }

  private static TopicPartition partition(Row row) {
    Object topic = row.required(TOPIC, "a source");
    if (!(topic instanceof String name) || !TopicPartition.isTopic(name)) {
      throw new InvalidRowException(TopicPartition.TOPIC_RULE + " but was " + topic);
    }
    Object number = row.required(PARTITION, "a source");
    if (number instanceof Long most && most > Integer.MAX_VALUE) {
      throw new InvalidRowException("Invalid partition: must be a number but was " + number);
    }
    return new TopicPartition(name, (int) number(PARTITION, "a number", number));
  }

  private static Object offset(Row row) {
    Object offset = row.required(OFFSET, "a source");
    String allowed = "the next offset, or one of " + String.join(", ", WORDS) + ",";
    return WORDS.contains(offset) ? String.valueOf(offset) : number(OFFSET, allowed, offset);
  }

  private static long number(String name, String allowed, @Nullable Object value) {
    if (value instanceof Long number && number >= 0) {
      return number;
    }
    throw new InvalidRowException("Invalid " + name + ": must be " + allowed + " but was " + value);
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public boolean hasKeyedState() {
    return false;
  }

  @Override
  public OperatorId id() {
    return id;
  }

  @Override
  public AddedOperator write(Files files) {
    return new AddedOperator(id, maxParallelism, null, null, state());
  }

  private ByteReader state() {
    ByteWriter out = new ByteWriter();
    start.write(out);
    return ByteReader.of("coordinator", out.bytes());
  }

  @Override
  public List<StateCount> counts() {
    return List.of(new StateCount(CoordinatorState.NAME, start.size(), state().remaining()));
  }

  @Override
  public void close() {}
}
