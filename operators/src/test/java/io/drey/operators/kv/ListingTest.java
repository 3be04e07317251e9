// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.KeyedValue;
import io.drey.operators.kv.command.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final String TOO_LARGE =
      "Cannot list the entries: they have more than 8 characters (set a smaller limit)";

  @Test
  void countsTheCharactersOfAnsweredEntriesOnly() throws Exception {
    assertThat(answer(2L, "d=5555", "c=4444", "b=333", "a=222"))
        .isEqualTo(answered("c", "a=222", "b=333"));
    assertThat(answer(1L, "a=1234567", "b=1")).isEqualTo(answered("b", "a=1234567"));
  }

  @Test
  void refusesWhatDoesNotFitOneAnswer() {
    assertThatThrownBy(() -> answer(null, "a=123", "b=1234")).hasMessage(TOO_LARGE);
    assertThatThrownBy(() -> answer(2L, "b=1234", "a=123", "c=1")).hasMessage(TOO_LARGE);
    assertThatThrownBy(() -> answer(2L, "c=1", "a=123", "b=1234")).hasMessage(TOO_LARGE);
    assertThatThrownBy(() -> answer(1L, "a=12345678", "b=1")).hasMessage(TOO_LARGE);
  }

  @Test
  void needsNoKeyBeyondTheOnesItHas() throws Exception {
    Listing listing = new Listing(KeyRange.ALL.first(1));
    listing.add("c", "1");
    assertThat(listing.needs("d")).isTrue();
    listing.add("d", "1");

    assertThat(listing.needs("d")).isFalse();
    assertThat(listing.needs("e")).isFalse();
    assertThat(listing.needs("b")).isTrue();
  }

  private static Answer answer(@Nullable Long limit, String... entries) throws RefusedException {
    Listing listing = new Listing(new KeyRange(null, null, null, limit), 8);
    for (String entry : entries) {
      KeyedValue one = entry(entry);
      if (listing.needs(one.key())) {
        listing.add(one.key(), one.value());
      }
    }
    return listing.answer();
  }

  private static Answer answered(String next, String... entries) {
    return Answer.listed(List.of(entries).stream().map(ListingTest::entry).toList(), next);
  }

  private static KeyedValue entry(String text) {
    return new KeyedValue(text.substring(0, 1), text.substring(2));
  }
}
