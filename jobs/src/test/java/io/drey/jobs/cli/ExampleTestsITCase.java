// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.pages.TestingExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every pipeline of {@code conf/pipelines} has tests, which pass. */
class ExampleTestsITCase {
  @Test
  void allPass(@TempDir Path folder) throws Exception {
    TestingCheckout checkout = TestingCheckout.in(folder);
    for (String example : TestingExamples.names()) {
      assertThat(checkout.file("conf/pipelines/" + example + ".test.yaml")).isRegularFile();
    }

    TestingDrey.Ended ended =
        TestingTerminal.run("test", checkout.file("conf/pipelines").toString());

    assertThat(ended.out().lines()).hasSizeGreaterThanOrEqualTo(TestingExamples.names().size());
    assertThat(ended.out()).doesNotContain(" failed");
    assertThat(ended.exit()).isZero();
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }
}
