// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab",
          "b",
          "\u007f",
          "\u0080",
          "\ud7ff",
          "\ue000",
          "\uffff",
          "\ud800\udc00",
          "\ud83d\ude00",
          "\ud83d\ude00a",
          "\udbff\udfff");

  @Test
  void isThatOfTheBytesInUtf8() {
    for (String one : TEXTS) {
      for (String other : TEXTS) {
        assertThat(Integer.signum(KeyOrder.UTF_8.compare(one, other)))
            .as("%s, %s", one, other)
            .isEqualTo(
                Integer.signum(Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8))));
      }
    }
  }
}
