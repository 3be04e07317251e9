// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  private static final long YEAR_300000 = 9_400_000_000_000_000L;

  private final JsonWriter json = JsonWriter.canonical();

  @Test
  void sortsMembersAndTheElementsOfSets() {
    json.beginObject();
    json.name("b");
    json.beginSet();
    json.text("y");
    json.text("x,");
    json.number(3);
    json.endArray();
    json.name("a");
    json.beginArray();
    json.number(2);
    json.number(1);
    json.endArray();
    json.endObject();

    assertThat(json).hasToString("{\"a\":[2,1],\"b\":[\"x,\",\"y\",3]}");
  }

  @Test
  void leavesOutNullsOfRecordsOnly() {
    json.beginArray();
    json.beginRecord();
    nullAndText();
    json.endObject();
    json.beginObject();
    nullAndText();
    json.endObject();
    json.beginRecord();
    json.name("z");
    json.nullValue();
    json.endObject();
    json.endArray();

    assertThat(json).hasToString("[{\"a\":\":null\"},{\"a\":\":null\",\"n\":null},{}]");
  }

  private void nullAndText() {
    json.name("n");
    json.nullValue();
    json.name("a");
    json.text(":null");
  }

  @Test
  void sortsMembersThatAreNamedByValues() {
    json.beginObject();
    member(10);
    member(2);
    json.endObject();

    assertThat(json).hasToString("{\"10\":10,\"2\":2}");
  }

  private void member(int number) {
    int size = json.size();
    json.number(number);
    json.nameOfValueAt(size);
    json.number(number);
  }

  @Test
  void takesAnItemForOneWhichIsWrittenInTwoWays() {
    json.beginSet();
    json.number(95);
    json.instant(YEAR_300000);
    json.endArray();

    assertThat(json).hasToString("[" + YEAR_300000 + ",95]");
  }

  @Test
  void forgetsWhatIsTakenBack() {
    json.beginSet();
    json.number(2);
    int size = json.size();
    json.beginObject();
    json.name("a");
    json.truncate(size);
    json.number(1);
    json.number(0);
    json.endArray();

    assertThat(json).hasToString("[0,1,2]");
  }
}
