// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprinterTest {
  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1023, 1024, 1025, 2047, 2048, 2049, 5000, 100_000})
  void dependsOnTheBytesAloneNotOnHowTheyAreRead(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    Fingerprint whole = new Fingerprint(length, headHash(bytes), tailHash(bytes));

    for (int i = 0; i < 50; i++) {
      Fingerprinter fingerprinter = new Fingerprinter();
      for (int at = 0; at < length; ) {
        int count = 1 + random.nextInt(Math.min(length - at, 1 + random.nextInt(3000)));
        fingerprinter.add(bytes, at, count);
        at += count;
      }
      assertThat(fingerprinter.fingerprint()).isEqualTo(whole);
    }
  }

  @Test
  void isTheSameWhereContentIsJumpedInto(@TempDir Path dir) throws IOException {
    byte[] bytes = new byte[50_000];
    random.nextBytes(bytes);
    bytes[0] = 0;
    Path file = Files.write(dir.resolve("a"), bytes);

    try (Content content = Content.open(file.toString())) {
      for (int offset : new int[] {50_000, 1, 2048, 2049, 1024, 0, 30_000}) {
        assertThat(content.moveTo(offset)).isTrue();
        assertThat(content.position()).isEqualTo(offset);
        byte[] read = Arrays.copyOf(bytes, offset);
        assertThat(content.fingerprint())
            .isEqualTo(
                offset == 0
                    ? Fingerprint.NONE
                    : new Fingerprint(offset, headHash(read), tailHash(read)));
        assertThat(content.read()).isEqualTo(offset == 50_000 ? -1 : bytes[offset] & 0xff);
      }
      assertThat(content.moveTo(50_001)).isFalse();
    }
  }

  private static long headHash(byte[] bytes) {
    return Fingerprint.hash(bytes, Math.min(1024, bytes.length));
  }

  private static long tailHash(byte[] bytes) {
    byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 1024), bytes.length);
    return Fingerprint.hash(tail, tail.length);
  }
}
