// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * What was written in a transaction is lost, and will be after a restart: the job fails at once.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class LostTransactionException extends IOException {
  private static final long serialVersionUID = 1L;

  LostTransactionException(
      String sinkId, String transactionalId, Outcome outcome, Throwable cause) {
    super(
        "Cannot commit transaction '"
            + transactionalId
            + "' of sink '"
            + sinkId
            + "': "
            + reason(outcome),
        cause);
  }

  private static String reason(Outcome outcome) {
    return outcome == Outcome.FORGOTTEN
        ? "the brokers have forgotten it, as they do after transactional.id.expiration.ms; whether"
            + " its records were committed before is not known (lost-transactions: ignore goes on)"
        : "it was open for longer than transaction-timeout, or another job has its prefix; its"
            + " records are lost (lost-transactions: ignore goes on without them)";
  }
}
