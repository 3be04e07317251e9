// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.api.operators.Input;
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
