// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventBagTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path directory;

  @Test
  void isEqualInAnyOrderAndSpelling() throws IOException {
    EventBag one = bag("one", "{\"a\":1,\"b\":2}\n{\"a\":3}\n");
    EventBag other = bag("other", "{\"a\":3}\n{\"b\": 2, \"a\": 1}\n");

    assertThat(one).isEqualTo(other);
  }

  @Test
  void countsRepeatedEvents() throws IOException {
    EventBag once = bag("once", "{\"a\":1}\n");
    EventBag twice = bag("twice", "{\"a\":1}\n{\"a\":1}\n");

    assertThat(once.difference(twice))
        .isEqualTo("2 events, expected 1; missing: none; surplus: {\"a\":1}");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    EventBag expected = bag("expected", "{\"a\":1}\n{\"a\":2}\n");
    EventBag actual = bag("actual", "{\"a\":1}\n");

    assertThat(expected.difference(actual))
        .isEqualTo("1 events, expected 2; missing: {\"a\":2}; surplus: none");
  }

  @Test
  void leavesOutFilesThatAreNotFinished() throws IOException {
    Path file = Files.createDirectories(directory.resolve("out")).resolve(".part-0.inprogress");
    Files.writeString(file, "{\"a\":1}\n");

    assertThat(EventBag.in(directory.resolve("out")).size()).isZero();
  }

  private EventBag bag(String name, String lines) throws IOException {
    return EventBag.in(Files.writeString(directory.resolve(name), lines));
  }
}
