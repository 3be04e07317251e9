// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final Event EVENT =
      Event.of("{\"a\": {\"b\" : 1}, \"x.y\":2, \"c\":null, \"d\":1.50, \"d\":\"last\"}");

  @Test
  void picksFieldsInTheOrderAskedFor() {
    assertThat(select("d", "a.b", "c", "a"))
        .isEqualTo("{\"d\":\"last\",\"a.b\":1,\"c\":null,\"a\":{\"b\" : 1}}");
  }

  @Test
  void leavesOutWhatIsMissing() {
    assertThat(select("a.c", "c.d", "z")).isEqualTo("{}");
    assertThat(select("z", "d")).isEqualTo("{\"d\":\"last\"}");
  }

  @Test
  void findsAFieldWhoseNameHasADot() {
    assertThat(select("x.y")).isEqualTo("{\"x.y\":2}");
  }

  @Test
  void takesNamesAsTheyAreWhereDotsLeadNowhere() {
    assertThat(Projection.ofNames(List.of("a.b", "x.y")).select(EVENT).toString())
        .isEqualTo("{\"x.y\":2}");
  }

  private static String select(String... fields) {
    return Projection.of(Stream.of(fields).map(FieldPath::of).toList()).select(EVENT).toString();
  }
}
