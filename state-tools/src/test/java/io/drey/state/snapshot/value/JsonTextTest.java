// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "u1", "a b", "世 é", "\u007f\u2028", "a\"b", "\\", "\n", "\u0000", "\u001f"})
  void writesATextAsInUtf8(String text) {
    assertThat(JsonText.of(text)).isEqualTo(new String(JsonText.utf8(text), UTF_8));
  }
}
