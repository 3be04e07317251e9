// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.drey.operators.sameness.Subtask;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** One operator of the job, with time under control. */
class FirstRequestsHarnessTest {
  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final Request FIRST = new Request("r-1", "bob", 503, NOON);
  private static final Request RETRY = new Request("r-1", "bob", 200, NOON.plusSeconds(599));

  @Test
  void remembersARequestAcrossARestoreForTenMinutes() throws Exception {
    Subtask<Request, Request> operator = Subtask.of(Request.class, FirstRequests::of);

    OperatorSubtaskState snapshot;
    try (KeyedOneInputStreamOperatorTestHarness<String, Request, Request> harness =
        operator.open()) {
      harness.processElement(FIRST, FIRST.time().toEpochMilli());
      assertEquals(List.of(FIRST), harness.extractOutputValues());
      snapshot = harness.snapshot(1, 0);
    }
    try (KeyedOneInputStreamOperatorTestHarness<String, Request, Request> harness =
        operator.open(snapshot, 1)) {
      harness.processElement(RETRY, RETRY.time().toEpochMilli());
      assertEquals(List.of(), harness.extractOutputValues());

      harness.processWatermark(NOON.plusSeconds(600).toEpochMilli());
      assertEquals(0, harness.numKeyedStateEntries());
    }
  }
}
