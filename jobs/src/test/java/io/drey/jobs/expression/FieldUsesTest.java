// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldUsesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '#',
      textBlock =
          """
          event.a == 1                              # a [1]
          '1' == event.a && event.b > 2             # a [1], b [2]
          event.a.b =~ ['x', 'y'] || event['c-d']   # a.b [x, y], c-d []
          event.a != 'x' && event.b != null         # a [], b? []
          has(event.a) && lower(event.b) == 'x'     # a? [], b []
          (event.a ?? 0) + event.b > 3              # a? [], b []
          event.a.startsWith('x') && event.b[0] > 1 # a [], b []
          event.a ? event.b == true : !event.c      # a [], b [true], c []
          event.a == event.b                        # a [], b []
          event.a =~ '^x'                           # a [^x]
          true                                      # ""
          """)
  void findsFieldsAndWhatTheyAreComparedWith(String expression, String uses) throws Exception {
    List<String> found =
        FieldUses.of(Expression.parse(expression)).stream()
            .map(use -> use.name() + (use.isOptional() ? "?" : "") + " " + use.constants())
            .toList();

    assertThat(String.join(", ", found)).isEqualTo(uses);
  }
}
