// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.format.json.JsonLines;
import io.drey.jobs.source.line.MalformedLineException;
import org.junit.jupiter.api.Test;

class PrefixedObjectsTest {
  private final PrefixedObjects parser =
      new PrefixedObjects("^(?P<service>\\S+?)(?:-(?P<replica>\\d+))? *\\| ", new JsonLines());

  @Test
  void namedGroupsBecomeFieldsOfTheObject() throws MalformedLineException {
    assertThat(parse("web-1  | {\"a\": 1}"))
        .isEqualTo("{\"a\": 1,\"service\":\"web\",\"replica\":1}");
    assertThat(parse("web | {\"service\":\"x\",\"a\":1}"))
        .isEqualTo("{\"service\":\"web\",\"a\":1}");
  }

  @Test
  void refusesALineWithoutThePrefixOrTheObject() {
    assertThatThrownBy(() -> parse("{\"a\":1}")).hasMessage("Does not begin with the prefix");
    assertThatThrownBy(() -> parse("web | started")).hasMessage("Expected an object at byte 0");
  }

  private String parse(String line) throws MalformedLineException {
    byte[] bytes = (">" + line + "<").getBytes(UTF_8);
    return String.valueOf(parser.parse(bytes, 1, bytes.length - 1));
  }
}
