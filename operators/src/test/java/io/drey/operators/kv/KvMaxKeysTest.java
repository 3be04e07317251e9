// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code max-keys} counts scopes. */
class KvMaxKeysTest {
  private static final int KEY_GROUPS = 128;
  private static final KvOptions TWO =
      KvOptions.lasting().with(KeyedSettings.EVENT_TIME.withMaxKeys(2));

  @Test
  void clearsTheLeastRecentlyUsedScope() throws Exception {
    try (StoreHarness store = StoreHarness.open(TWO)) {
      store.seeAt(0, "set a k 1");
      store.seeAt(1, "set b k 2");
      store.seeAt(2, "set b l 3 ttl 100");
      store.seeAt(3, "get a k");
      assertThat(store.timers()).isEqualTo(1);

      store.seeAt(4, "set c k 4");
      assertThat(store.timers()).isZero();
      assertThat(store.changes().subList(4, 6))
          .containsExactlyInAnyOrder(
              "deleted b k 2->null at 4 until null @ 4", "deleted b l 3->null at 4 until 102 @ 4");

      store.seeAt(5, "list a");
      store.seeAt(6, "list b");
      store.seeAt(7, "list c");
      store.advanceTo(Long.MAX_VALUE);
      assertThat(store.answers()).endsWith("list a -> [k=1]", "list b -> []", "list c -> [k=4]");
      assertThat(store.changes()).hasSize(6);
    }
  }

  @Test
  void whatHasExpiredInAScopeItClearsIsToldAsExpired() throws Exception {
    try (StoreHarness store = StoreHarness.open(TWO)) {
      store.seeAt(0, "set a k 1 ttl 100");
      store.seeAt(50, "set b k 1");
      store.seeAt(100, "set c k 1");

      assertThat(store.changes())
          .endsWith(
              "created c k null->1 at 100 until null @ 100",
              "expired a k 1->null at 100 until 100 @ 100");
    }
  }

  @Test
  void aScopeWithoutEntriesDoesNotCount() throws Exception {
    try (StoreHarness store = StoreHarness.open(TWO)) {
      store.seeAt(0, "set a k 1");
      store.seeAt(1, "set b k 1");
      store.seeAt(2, "delete a k");
      store.seeAt(3, "set c k 1 ttl 10");
      store.advanceTo(13);
      store.seeAt(14, "set d k 1");
      store.seeAt(15, "get e k");
      store.seeAt(16, "get b k");

      assertThat(store.answers()).endsWith("get b k -> true 1");
      assertThat(store.changes()).noneMatch(change -> change.startsWith("deleted b"));
    }
  }

  /** The first numbers are those the markers have for keys as well. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void listingScopesUsesNone(String older, String newer) throws Exception {
    try (StoreHarness store = StoreHarness.open(TWO)) {
      store.seeAt(0, "set " + older + " k 1");
      store.seeAt(1, "set " + newer + " k 1");
      store.mark(2, 0, KEY_GROUPS);
      store.seeAt(3, "set c k 1");

      assertThat(store.changes())
          .endsWith(
              "created c k null->1 at 3 until null @ 3",
              "deleted " + older + " k 1->null at 3 until null @ 3");
    }
  }

  @Test
  void tellsOfTheScopesThatAreLeft() throws Exception {
    try (StoreHarness store = StoreHarness.open(TWO)) {
      store.seeAt(0, "set a k 1");
      store.seeAt(1, "set b k 1");
      store.seeAt(2, "set c k 1");
      store.mark(3, 0, 1);

      assertThat(store.scopes()).hasSize(1);
      assertThat(store.scopes().get(0)).containsExactlyInAnyOrder("b", "c");
    }
  }
}
