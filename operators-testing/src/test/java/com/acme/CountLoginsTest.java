// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Subtask;
import io.drey.operators.sameness.Timed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/testing-operators.md}. */
class CountLoginsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("drey.root"), "docs/testing-operators.md");

  private final List<Timed<Login>> logins =
      List.of(
          new Timed<>(new Login("alice", "/cart"), 0),
          new Timed<>(new Login("bob", "/"), 2_000),
          new Timed<>(new Login("alice", "/"), 1_000),
          new Timed<>(new Login("alice", "/cart"), 60_000));

  @Test
  void countsHoweverItIsRun() throws Exception {
    Sameness<Login> sameness =
        Sameness.of(Login.class, all -> all.keyBy(Login::user).process(new CountLogins()))
            .outOfOrderness(Duration.ofSeconds(5));

    assertThat(sameness.run(logins))
        .containsExactly(
            "main alice: 1 @ 0",
            "main bob: 1 @ 2000",
            "main alice: 2 @ 1000",
            "main alice: 3 @ 60000");
    sameness.check(logins);
  }

  @Test
  void countsOnAfterARestore() throws Exception {
    Subtask<Login, String> count =
        Subtask.of(Login.class, all -> all.keyBy(Login::user).process(new CountLogins()));

    OperatorSubtaskState snapshot;
    try (KeyedOneInputStreamOperatorTestHarness<String, Login, String> before = count.open()) {
      before.processElement(new Login("alice", "/cart"), 0);
      snapshot = before.snapshot(1, 0);
    }
    try (KeyedOneInputStreamOperatorTestHarness<String, Login, String> after =
        count.open(snapshot, 1)) {
      after.processElement(new Login("alice", "/"), 1_000);
      assertThat(after.extractOutputValues()).containsExactly("alice: 2");
    }
  }

  @Test
  void thePageShowsTheFailureOfAMistake() throws Exception {
    Sameness<Login> mistaken =
        Sameness.of(Login.class, all -> all.keyBy(Login::user).process(new CountLoginsInField()))
            .outOfOrderness(Duration.ofSeconds(5));

    Throwable failure = catchThrowable(() -> mistaken.check(logins));

    assertThat(Files.readString(PAGE)).contains(failure.getMessage());
  }
}
