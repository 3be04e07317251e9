// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamTaskStateInitializer;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;

/** An operator of the job. */
final class Node implements AutoCloseable {
  private final StreamOperator<Object> operator;
  private final @Nullable ProcessingTimeService timers;
  private final MailboxExecutor mailbox;
  private final NodeOutput output;

  private @Nullable Union union;

  /**
   * @param timers the operator's own; null if it uses none
   * @param mailbox the operator's own
   */
  Node(
      StreamOperator<Object> operator,
      @Nullable ProcessingTimeService timers,
      MailboxExecutor mailbox,
      NodeOutput output) {
    this.operator = operator;
    this.timers = timers;
    this.mailbox = mailbox;
    this.output = output;
  }

  /**
   * The target of one more edge.
   *
   * @param edges how many there will be
   */
  @SuppressWarnings("unchecked") // the graph has checked that outputs fit inputs
  Target connect(int edges) {
    if (union == null) {
      OperatorInput input = new OperatorInput(this, (Input<Object>) operator);
      if (edges == 1) {
        return input;
      }
      union = new Union(input, edges);
    }
    return union.connect();
  }

  void open(StreamTaskStateInitializer states) throws Exception {
    operator.initializeState(states);
    operator.open();
  }

  /** Ends the operator, whose input has ended, and then all that have no other input. */
  void finish() throws Exception {
    if (timers != null) {
      // one that has just fired is still to put its mail into the mailbox
      timers.quiesce().join();
    }
    drain();
    operator.finish();
    drain();
    output.end();
  }

  OperatorID id() {
    return operator.getOperatorID();
  }

  /** Emits what a snapshot would not hold. */
  void prepareSnapshot(long number) throws Exception {
    operator.prepareSnapshotPreBarrier(number);
    drain();
  }

  /** Its state, in memory. */
  OperatorSubtaskState snapshot(long number) throws Exception {
    OperatorSnapshotFutures futures =
        operator.snapshotState(
            number,
            number,
            CheckpointOptions.forCheckpointWithDefaultLocation(),
            new MemCheckpointStreamFactory(Integer.MAX_VALUE));
    OperatorSubtaskState state =
        OperatorSnapshotFinalizer.create(futures).getJobManagerOwnedState();
    operator.notifyCheckpointComplete(number);
    return state;
  }

  /** The keys for which it holds one of the states. */
  Set<Object> keys(Collection<String> states) {
    Set<Object> keys = new HashSet<>();
    if (operator instanceof AbstractStreamOperator<?> stateful
        && stateful.getKeyedStateBackend() != null) {
      KeyedStateBackend<Object> backend = stateful.getKeyedStateBackend();
      for (String state : states) {
        try (Stream<Tuple2<Object, VoidNamespace>> found = backend.getKeysAndNamespaces(state)) {
          found.forEach(key -> keys.add(key.f0));
        }
      }
    }
    return keys;
  }

  private void drain() {
    while (mailbox.tryYield()) {
      // runs what the operator has put off
    }
  }

  @Override
  public void close() throws Exception {
    operator.close();
  }
}
