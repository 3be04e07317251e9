// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private final Outputs expected = outputs("a 1", "b 1", "a 2", "a 2", "a 3");

  @Test
  void isNoneWhereKeysAreMixedInAnotherWay() {
    Difference difference = to("b 1", "a 1", "a 2", "a 2", "a 3");

    assertThat(difference.isNone()).isTrue();
    assertThat(difference).hasToString("pairs: 0 missing, 0 too many, 0 keys in another order");
  }

  @Test
  void findsWhatIsMissing() {
    Difference difference = to("a 1", "a 2", "a 3");

    assertThat(difference.isNone()).isFalse();
    assertThat(difference.lines()).containsExactly("missing    a 2", "missing    b 1");
  }

  @Test
  void findsWhatIsDoubled() {
    Difference difference = to("a 1", "b 1", "a 2", "a 2", "a 2", "a 3", "c 1");

    assertThat(difference.isNone()).isFalse();
    assertThat(difference.lines()).containsExactly("too many   a 2", "too many   c 1");
  }

  @Test
  void findsAnotherOrderWithinAKey() {
    Difference difference = to("a 1", "b 1", "a 2", "a 3", "a 2");

    assertThat(difference.isNone()).isFalse();
    assertThat(difference.lines()).containsExactly("disordered a");
  }

  private Difference to(String... events) {
    return Difference.between(Output.PAIRS, expected, outputs(events));
  }

  private static Outputs outputs(String... events) {
    Outputs outputs = new Outputs();
    List.of(events).forEach(event -> outputs.add(Output.PAIRS, event.substring(0, 1), event));
    return outputs;
  }
}
