// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.common.KafkaException;

/**
 * The Flink sink that writes in transactions: that of the connector, but the job fails if one
 * cannot be committed.
 */
record TransactionalOutput(
    TransactionOutcomes outcomes,
    boolean mayLose,
    KafkaSink<Event> connector,
    RecordEncoder encoder)
    implements TwoPhaseCommittingStatefulSink<Event, KafkaWriterState, KafkaCommittable>,
        SupportsPostCommitTopology<KafkaCommittable> {
  private TwoPhaseCommittingStatefulSink<Event, KafkaWriterState, KafkaCommittable> sink() {
    return connector;
  }

  private void count(WriterInitContext context) {
    encoder.count(new SinkMetrics(context.metricGroup(), outcomes.sinkId()));
  }

  @Override
  public PrecommittingStatefulSinkWriter<Event, KafkaWriterState, KafkaCommittable> createWriter(
      WriterInitContext context) throws IOException {
    count(context);
    try {
      return sink().createWriter(context);
    } catch (KafkaException e) {
      throw outcomes.explained(e);
    }
  }

  @Override
  public PrecommittingStatefulSinkWriter<Event, KafkaWriterState, KafkaCommittable> restoreWriter(
      WriterInitContext context, Collection<KafkaWriterState> state) throws IOException {
    count(context);
    try {
      return sink().restoreWriter(context, state);
    } catch (KafkaException e) {
      throw outcomes.explained(e);
    }
  }

  @Override
  public Committer<KafkaCommittable> createCommitter(CommitterInitContext context)
      throws IOException {
    return new CheckedCommitter(outcomes, mayLose, sink().createCommitter(context));
  }

  /** Keeps writers and committers together. */
  @Override
  public void addPostCommitTopology(DataStream<CommittableMessage<KafkaCommittable>> committed) {
    connector.addPostCommitTopology(committed);
  }

  @Override
  public SimpleVersionedSerializer<KafkaWriterState> getWriterStateSerializer() {
    return connector.getWriterStateSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaCommittable> getCommittableSerializer() {
    return connector.getCommittableSerializer();
  }
}
