// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.snapshot.bytes.ByteReader;
import org.junit.jupiter.api.Test;

class DistinctKeysTest {
  private final DistinctKeys keys = new DistinctKeys();

  @Test
  void countsAKeyOnceHoweverOftenItComes() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 100_000; i++) {
        add("key-" + i);
      }
    }
    add("");

    assertThat(keys.count()).isEqualTo(100_001);
  }

  @Test
  void addsUpTheKeysOfGroups() {
    add("a");
    add("b");
    keys.startGroup();
    add("c");
    keys.startGroup();

    assertThat(keys.count()).isEqualTo(3);
  }

  @Test
  void tellsKeysApartThatDifferInTheirLengthAlone() {
    for (int length = 0; length < 50; length++) {
      keys.add(ByteReader.of("", new byte[length]));
    }

    assertThat(keys.count()).isEqualTo(50);
  }

  private void add(String key) {
    keys.add(ByteReader.of("", key.getBytes(UTF_8)));
  }
}
