// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Alerts depend on the requests alone, however the job is run. */
class FailureAlertsSamenessTest {
  @Test
  void doNotDependOnParallelismWatermarksRestoresAndBackend() throws Exception {
    Sameness<Request> sameness =
        Sameness.of(Request.class, FailureAlerts::of)
            .outOfOrderness(Duration.ofMinutes(2))
            .freeingState();
    List<Timed<Request>> requests = requests(new Random(1), 60);

    assertFalse(sameness.run(requests).isEmpty());
    sameness.check(requests);
  }

  private static List<Timed<Request>> requests(Random random, int count) {
    List<Timed<Request>> requests = new ArrayList<>();
    long minute = 0;
    for (int i = 0; i < count; i++) {
      minute += random.nextInt(20);
      long time = Duration.ofMinutes(minute - random.nextInt(2)).toMillis();
      Request request =
          new Request(
              "r-" + random.nextInt(40),
              "user-" + random.nextInt(3),
              random.nextInt(5) == 0 ? 200 : 503,
              Instant.ofEpochMilli(time));
      requests.add(new Timed<>(request, time));
    }
    return requests;
  }
}
