// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import org.apache.flink.api.connector.sink2.Committer;

/** Asks for one commit that must succeed. */
record TestingCommitRequest(FinishedPart part) implements Committer.CommitRequest<FinishedPart> {
  @Override
  public FinishedPart getCommittable() {
    return part;
  }

  @Override
  public int getNumberOfRetries() {
    return 0;
  }

  @Override
  public void signalFailedWithKnownReason(Throwable cause) {
    throw new AssertionError(cause);
  }

  @Override
  public void signalFailedWithUnknownReason(Throwable cause) {
    throw new AssertionError(cause);
  }

  @Override
  public void retryLater() {
    throw new AssertionError("retry");
  }

  @Override
  public void updateAndRetryLater(FinishedPart committable) {
    throw new AssertionError("retry");
  }

  @Override
  public void signalAlreadyCommitted() {}
}
