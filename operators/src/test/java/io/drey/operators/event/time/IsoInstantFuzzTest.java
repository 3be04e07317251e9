// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The parser of bytes against {@link Instant#parse} and formatters made of its parts. */
class IsoInstantFuzzTest {
  private static final int INPUTS = 100_000;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> PIECES =
      List.of("0", "9", "-", "+", ":", ".", ",", "T", "t", " ", "Z", "z", "24", "60", "+02", "é");
  private static final List<DateTimeFormatter> BY_OFFSET =
      List.of(formatter("XXXXX"), formatter("XXXX"), formatter("X"));

  private final Random random = new Random(20_260_103L);

  @Test
  void readsWhatTheJdkReads() {
    for (int i = 0; i < INPUTS; i++) {
      String text = text();

      assertThat(parsed(text, null)).as(text).isNotNull().isEqualTo(expected(text));
    }
  }

  @Test
  void refusesWhatTheJdkRefuses() {
    int accepted = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = mutated(text());

      Instant parsed = parsed(text, null);

      assertThat(parsed).as(text).isEqualTo(expected(text));
      accepted += parsed == null ? 0 : 1;
    }

    assertThat(accepted).isBetween(INPUTS / 20, INPUTS / 2);
  }

  @Test
  void readsLocalTimesAsTheJdkDoes() {
    for (int i = 0; i < INPUTS / 10; i++) {
      LocalDateTime local =
          LocalDateTime.ofEpochSecond(
              random.nextInt(), random.nextInt(1_000_000_000), ZoneOffset.UTC);

      assertThat(parsed(local.toString(), BERLIN)).isEqualTo(local.atZone(BERLIN).toInstant());
      assertThat(parsed(local.toLocalDate().toString(), BERLIN))
          .isEqualTo(local.toLocalDate().atStartOfDay(BERLIN).toInstant());
      assertThat(parsed(local.toString(), null)).isNull();
      assertThat(parsed(local.toLocalDate().toString(), null)).isNull();
    }
  }

  /** What is built of {@link DateTimeFormatter}s gives, where it leaves nothing over. */
  private static @Nullable Instant expected(String text) {
    if (text.matches("(?s).*[.,](\\D.*|)") || !text.matches("[ -~]*")) {
      return null;
    }
    String pointed = text.replaceFirst("^([^,.]*),", "$1.").replaceFirst("^([^ ]*) ", "$1T");
    String smeared = pointed.replace("23:59:60", "23:59:59");
    return BY_OFFSET.stream()
        .map(formatter -> parsed(formatter, smeared))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant parsed(DateTimeFormatter formatter, String text) {
    try {
      // Built of parts, a formatter takes 30 February for the 28th.
      LocalDate.parse(text.split("[tT]", 2)[0]);
      return fitting(formatter.parse(text, Instant::from));
    } catch (DateTimeException refused) {
      return null;
    }
  }

  private static @Nullable Instant fitting(Instant instant) {
    try {
      return instant.toEpochMilli() == Long.MIN_VALUE ? null : instant;
    } catch (ArithmeticException tooFar) {
      return null;
    }
  }

  private static DateTimeFormatter formatter(String offset) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        .appendPattern(offset)
        .toFormatter(Locale.ROOT);
  }

  private @Nullable Instant parsed(String text, @Nullable ZoneId zone) {
    byte[] bytes = ("\"" + text + "\"").getBytes(ISO_8859_1);
    return IsoInstant.parse(bytes, 1, bytes.length - 1, zone);
  }

  private String text() {
    long second = random.nextInt(8) == 0 ? random.nextLong() >> 11 : random.nextInt();
    int nano = random.nextBoolean() ? random.nextInt(1_000_000_000) : 0;
    ZoneOffset offset =
        random.nextBoolean()
            ? ZoneOffset.UTC
            : ZoneOffset.ofTotalSeconds(random.nextInt(36 * 60 + 1) * 60 - 18 * 3600);
    ZonedDateTime time = Instant.ofEpochSecond(second, nano).atZone(offset);
    String date = DateTimeFormatter.ISO_LOCAL_DATE.format(time);
    String clock = time.toLocalTime().toString().replace('.', random.nextInt(4) == 0 ? ',' : '.');
    String zone =
        DateTimeFormatter.ofPattern(pick(List.of("X", "XX", "XXX", "XXXX", "XXXXX")), Locale.ROOT)
            .format(time);
    String text = date + pick(List.of("T", "T", " ")) + clock + zone;
    return random.nextInt(10) == 0 ? text.toLowerCase(Locale.ROOT) : text;
  }

  private String mutated(String text) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(3));
    String piece = random.nextBoolean() ? pick(PIECES) : Integer.toString(random.nextInt(100));
    return text.substring(0, from) + piece + text.substring(to);
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
