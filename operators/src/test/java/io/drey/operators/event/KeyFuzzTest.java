// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.internal.json.LongDecimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two values are the same key just when they are the same value. */
class KeyFuzzTest {
  private static final int INPUTS = Integer.getInteger("drey.fuzz.inputs", 20_000);
  private static final KeyPaths KEY = KeyPaths.of("k");

  private final Random random = new Random(20_260_102L);

  @Test
  void numbersAreTheSameKeyJustWhenTheyCompareEqual() {
    int same = 0;
    for (int i = 0; i < INPUTS; i++) {
      BigDecimal number = number();
      String one = written(number);
      String other = written(random.nextInt(3) == 0 ? nearby(number) : number);
      boolean equal = new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;

      assertThat(key(one).equals(key(other))).as("%s and %s", one, other).isEqualTo(equal);
      assertThat(new BigDecimal(key(one))).isEqualByComparingTo(one);
      assertThat(key(key(one))).isEqualTo(key(one));
      same += equal ? 1 : 0;
    }

    assertThat(same).isBetween(INPUTS / 2, INPUTS * 9 / 10);
  }

  @Test
  void stringsAreTheSameKeyJustWhenTheirTextsAreEqual() {
    int equal = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = text();
      String other = random.nextBoolean() ? text : text();

      boolean same = key(quoted(text)).equals(key(quoted(other)));

      assertThat(same).as("%s and %s", text, other).isEqualTo(text.equals(other));
      equal += same ? 1 : 0;
    }

    assertThat(equal).isBetween(INPUTS * 2 / 5, INPUTS * 3 / 5);
  }

  @Test
  void exponentsOfAnyLengthAddUp() {
    for (int i = 0; i < INPUTS; i++) {
      String sign = random.nextBoolean() ? "-" : "";
      String digits = pick("9", "1", "0", "1", "73") + pick("9", "0", "5").repeat(17 + i % 40);
      int shift = random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(7) - 3;

      String expected = new BigInteger(sign + digits).add(BigInteger.valueOf(shift)).toString();

      assertThat(LongDecimal.add(sign + digits, shift)).isEqualTo(expected);
    }
  }

  private static String key(String json) {
    return Objects.requireNonNull(KEY.read(Event.of("{\"k\":" + json + "}")));
  }

  private BigDecimal number() {
    BigDecimal digits = new BigDecimal(new BigInteger(random.nextInt(90), random));
    BigDecimal scaled = digits.scaleByPowerOfTen(random.nextInt(60) - 30);
    return random.nextBoolean() ? scaled : scaled.negate();
  }

  private BigDecimal nearby(BigDecimal number) {
    return switch (random.nextInt(3)) {
      case 0 -> number.add(number.ulp());
      case 1 -> number.negate();
      default -> number.scaleByPowerOfTen(1);
    };
  }

  /** One of the many ways to write a number. */
  private String written(BigDecimal number) {
    int shift = random.nextInt(9) - 4;
    return switch (random.nextInt(4)) {
      case 0 -> number.toPlainString();
      case 1 -> number.scaleByPowerOfTen(-shift).toPlainString() + pick("e", "E") + shift;
      case 2 -> number.setScale(number.scale() + random.nextInt(5)).toPlainString();
      default ->
          number.stripTrailingZeros().toString().replace("E+", pick("E+", "E", "e+000", "e00"));
    };
  }

  private String text() {
    return pick("a", "b", "")
        + pick("\"", "\\", "/", "\n", "\u0000", "\u007f", "")
        + pick("é", "😀", "\ud800", "");
  }

  /** One of the many ways to write a text. */
  private String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    boolean escaped = random.nextBoolean();
    for (int c : text.codePoints().toArray()) {
      if (c == '"' || c == '\\' || c < ' ' || (c >= 0xD800 && c < 0xE000) || escaped) {
        Character.toString(c).chars().forEach(unit -> out.append(String.format("\\u%04x", unit)));
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.append('"').toString();
  }

  private String pick(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }
}
