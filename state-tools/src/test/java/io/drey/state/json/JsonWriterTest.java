// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final long YEAR_10000 = 253_402_300_800_000L;

  private final JsonWriter json = new JsonWriter();

  @Test
  void putsCommasBetweenMembersElementsAndNestedValues() {
    json.beginObject();
    json.name("a");
    json.beginArray();
    json.number(1);
    json.text("[,");
    json.beginObject();
    json.endObject();
    json.nullValue();
    json.endArray();
    json.name("b");
    json.bool(true);
    json.endObject();
    json.newLine();
    json.beginArray();
    json.endArray();

    assertThat(json).hasToString("{\"a\":[1,\"[,\",{},null],\"b\":true}\n[]");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        9,
        10,
        -10,
        99,
        100,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void writesWholeNumbers(long number) {
    json.number(number);

    assertThat(json).hasToString(String.valueOf(number));
  }

  @Test
  void writesNumbersWithAPointAndWhatIsNoneAsText() {
    json.beginArray();
    json.number(1.0);
    json.number(1e300);
    json.number(Double.NaN);
    json.number(Double.NEGATIVE_INFINITY);
    json.number(0.5f);
    json.endArray();

    assertThat(json).hasToString("[1.0,1.0E300,\"NaN\",\"-Infinity\",0.5]");
  }

  @Test
  void writesInstantsAsTheCalendarHasThem() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long millis = random.nextLong(YEAR_10000);
      json.truncate(0);

      json.instant(millis);

      assertThat(json).hasToString('"' + MILLIS.format(Instant.ofEpochMilli(millis)) + '"');
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, YEAR_10000, Long.MAX_VALUE, Long.MIN_VALUE})
  void writesInstantsOutsideOfFourDigitYearsAsNumbers(long millis) {
    json.instant(millis);

    assertThat(json).hasToString(String.valueOf(millis));
  }

  @Test
  void writesTextsThatJacksonReadsBack() throws Exception {
    Random random = new Random(8);
    ObjectMapper mapper = new ObjectMapper();
    for (int i = 0; i < 5_000; i++) {
      String text = randomText(random);
      json.truncate(0);

      json.text(text);

      assertThat(mapper.readValue(json.bytes(), String.class)).isEqualTo(text);
    }
  }

  @Test
  void writesAsciiTextsAsItWritesTexts() {
    byte[] ascii = new byte[128];
    for (int i = 0; i < ascii.length; i++) {
      ascii[i] = (byte) i;
    }
    JsonWriter other = new JsonWriter();

    json.asciiText(ascii, 0, ascii.length);
    other.text(new String(ascii, ISO_8859_1));

    assertThat(json).hasToString(other.toString());
  }

  @Test
  void escapesUnpairedSurrogates() {
    json.text("a\ud800b\udc00");

    assertThat(json).hasToString("\"a\\ud800b\\udc00\"");
  }

  @Test
  void makesNamesOfValues() {
    json.beginObject();
    for (long i = 1; i <= 2; i++) {
      int start = json.size();
      json.number(i);
      json.nameOfValueAt(start);
      json.bool(false);
    }
    int start = json.size();
    json.text("c");
    json.nameOfValueAt(start);
    json.nullValue();
    json.endObject();

    assertThat(json).hasToString("{\"1\":false,\"2\":false,\"c\":null}");
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      int bound = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x800 : 0x10FFFF;
      int codePoint = random.nextInt(bound);
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }
}
