// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;

/**
 * The job of a run on an embedded cluster.
 *
 * @param restore explains failures to restore it; null if it was not restored
 */
record ClusterJob(JobClient client, Stop jobStop, @Nullable RestoreFailure restore)
    implements RunningJob {
  @Override
  public CompletableFuture<?> end() {
    return client.getJobExecutionResult();
  }

  @Override
  public void stop() {
    jobStop.request(client);
  }

  @Override
  public Outcome outcome(@Nullable Throwable failure)
      throws InterruptedException, ExecutionException {
    jobStop.await();
    Throwable stopFailure = jobStop.failure();
    Throwable told = restore == null ? failure : restore.explained(failure);
    return new Outcome(jobStop.savepoint(), stopFailure == null ? told : stopFailure);
  }
}
