// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.checkpoint.SubTaskInitializationMetricsBuilder;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamTaskStateInitializer;
import org.apache.flink.streaming.runtime.tasks.StreamTask;

/** The task around one subtask of all operators that have as many. It reads nothing itself. */
final class SteppedTask extends StreamTask<Object, StreamOperator<Object>>
    implements AutoCloseable {
  private final DirectEnvironment environment;
  private final MailboxExecutor all;

  SteppedTask(DirectEnvironment environment, SteppedTimers timers) throws Exception {
    super(environment, timers, (thread, failure) -> environment.failExternally(failure));
    this.environment = environment;
    this.all = getMailboxExecutorFactory().createExecutor(0);
  }

  StreamTaskStateInitializer states() {
    return createStreamTaskStateInitializer(new SubTaskInitializationMetricsBuilder(0));
  }

  /** Runs what operators have put off, and tells whether there was anything. */
  boolean drain() {
    boolean any = false;
    while (all.tryYield()) {
      any = true;
    }
    return any;
  }

  @Override
  protected void init() {}

  @Override
  public void close() throws Exception {
    cleanUp(null);
    environment.close();
  }
}
