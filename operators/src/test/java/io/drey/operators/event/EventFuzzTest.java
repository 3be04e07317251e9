// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads, changes and sends random lines, and holds the outcome against Jackson's. An input is its
 * seed: one that fails names it, and its line goes to {@code fuzz-cases.properties}.
 */
class EventFuzzTest {
  private static final int INPUTS = Integer.getInteger("drey.fuzz.inputs", 20_000);
  private static final long FIRST_SEED = 20_260_101L;

  @Test
  void agreesWithJacksonOnValidLines() {
    int accepted = 0;
    for (int i = 0; i < INPUTS / 2; i++) {
      Random random = new Random(FIRST_SEED + i);
      accepted += agrees(FIRST_SEED + i, valid(random), random) ? 1 : 0;
    }

    assertThat(accepted).isEqualTo(INPUTS / 2);
  }

  @Test
  void agreesWithJacksonOnDamagedLines() {
    int accepted = 0;
    for (int i = 0; i < INPUTS / 2; i++) {
      Random random = new Random(-FIRST_SEED - i);
      byte[] line = valid(random);
      for (int damage = random.nextInt(3); damage >= 0; damage--) {
        line = new Mutation(random).of(line);
      }
      accepted += agrees(-FIRST_SEED - i, line, random) ? 1 : 0;
    }

    assertThat(accepted).isBetween(INPUTS / 50, INPUTS / 4);
  }

  @ParameterizedTest
  @MethodSource("keptCases")
  void agreesWithJacksonOnKeptCase(String name) throws IOException {
    String line = Objects.requireNonNull(cases().getProperty(name));

    new EventCheck(new Random(FIRST_SEED))
        .agrees(URLDecoder.decode(line, ISO_8859_1).getBytes(ISO_8859_1));
  }

  private static boolean agrees(long seed, byte[] line, Random random) {
    try {
      return new EventCheck(random).agrees(line);
    } catch (AssertionError | Exception e) {
      throw new AssertionError("Seed " + seed + ": " + new String(line, ISO_8859_1), e);
    }
  }

  private static byte[] valid(Random random) {
    return new RandomJson(random).object().getBytes(UTF_8);
  }

  static Stream<String> keptCases() throws IOException {
    return cases().stringPropertyNames().stream().sorted();
  }

  private static Properties cases() throws IOException {
    Properties cases = new Properties();
    try (InputStream in = EventFuzzTest.class.getResourceAsStream("fuzz-cases.properties")) {
      cases.load(in);
    }
    return cases;
  }
}
