// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.jobs.test.Expected;
import io.drey.jobs.yaml.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1}                | {"a":1,"b":2}          | true  | false
          {"a":1,"b":2}          | {"b":2,"a":1}          | true  | true
          {"a":1,"b":2}          | {"a":1}                | false | false
          {"a":1}                | {"a":1.0}              | true  | true
          {"a":1}                | {"a":"1"}              | false | false
          {"a":null}             | {"a":null}             | true  | true
          {"a":null}             | {"b":1}                | false | false
          {"a":{"b":1}}          | {"a":{"b":1,"c":2}}    | true  | false
          {"a.b":1}              | {"a":{"b":1}}          | true  | true
          {"a.b":1}              | {"a.b":1}              | true  | true
          {"a":[1,{"b":2}]}      | {"a":[1,{"b":2,"c":3}]} | true  | false
          {"a":[1]}              | {"a":[1,2]}            | false | false
          {"a":[]}               | {"a":{}}               | false | false
          {"a":{}}               | {"a":[]}               | false | false
          """)
  void comparesFieldsByValue(String expected, String came, boolean matches, boolean exactly)
      throws Exception {
    Expected.Item item = new Expected.Item(JSON.readTree(expected), Position.START);
    JsonNode record = JSON.readTree(came);

    assertThat(new RecordMatch(false).matches(item, record)).isEqualTo(matches);
    assertThat(new RecordMatch(true).matches(item, record)).isEqualTo(exactly);
  }
}
