// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ForkedBroker;
import io.drey.state.sample.KafkaJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sink that gets another uid takes along what it has to commit. */
@Timeout(180)
class RenamedSinkITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  RenamedSinkITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void commitsWhatItHadWritten() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(List.of(2, 1));
    String copy = broker.create(topic + "-copy", 1);
    Path saved = KafkaJob.savepoint(broker.address(), topic, 3);
    assertThat(broker.committed(copy)).isEmpty();
    Path plan =
        Files.writeString(
            directory.resolve("plan.yaml"), "version: 1\noperators: {copy: {rename-to: copied}}\n");
    Path renamed = directory.resolve("renamed");

    int exit =
        drey.run(
            "state",
            "migrate",
            saved.toString(),
            "--plan",
            plan.toString(),
            "--execute",
            "--out",
            renamed.toString(),
            "-o",
            "csv");

    assertThat(exit).as(drey.err()).isZero();
    assertThat(drey.lines())
        .containsExactlyInAnyOrder(
            "operator,state,change,entries,new entries,new bytes",
            "copy,,renamed to copied,,,",
            "Sink Committer: copy,,renamed to Sink Committer: copied,,,");
    broker.send(topic, List.of(1, 0));
    KafkaJob.savepointFrom(renamed, broker.address(), topic, 1, "copied");
    assertThat(broker.committed(copy)).hasSize(3);
  }
}
