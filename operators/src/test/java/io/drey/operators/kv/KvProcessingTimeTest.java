// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KvProcessingTimeTest {
  private static final KvOptions LASTING = KvOptions.lasting().with(KeyedSettings.PROCESSING_TIME);
  private static final KvOptions FOR_100 =
      KvOptions.expiring(Duration.ofMillis(100)).with(KeyedSettings.PROCESSING_TIME);

  @Test
  void anEntryExpiresOnceWhenTheClockReachesItsInstant() throws Exception {
    try (StoreHarness store = StoreHarness.open(FOR_100)) {
      store.clock(5);
      store.see("set a k 1");
      store.clock(104);
      store.see("get a k");
      store.clock(105);
      store.see("get a k");
      store.clock(1_000);
      store.advanceTo(Long.MAX_VALUE);

      assertThat(store.answers())
          .containsExactly("set a k 1 -> null 1", "get a k -> true 1", "get a k -> false null");
      assertThat(store.changes())
          .containsExactly(
              "created a k null->1 at 5 until 105", "expired a k 1->null at 105 until 105 @ 105");
      assertThat(store.entries()).isZero();
      assertThat(store.timers()).isZero();
    }
  }

  @Test
  void takesNoNoticeOfTimestamps() throws Exception {
    try (StoreHarness store = StoreHarness.open(FOR_100)) {
      store.clock(0);
      store.seeAt(1_000, "set a k 1");
      store.advanceTo(5_000);
      store.seeAt(9_000, "get a k");

      assertThat(store.answers()).endsWith("get a k -> true 1");
      assertThat(store.changes()).containsExactly("created a k null->1 at 0 until 100 @ 1000");
    }
  }

  @Test
  void whatHasATtlExpiresAtTheEndOfInput() throws Exception {
    try (StoreHarness store = StoreHarness.open(LASTING)) {
      store.clock(0);
      store.see("set a k 1 ttl 100", "set a l 2", "set b m 3 ttl 200");
      store.advanceTo(Long.MAX_VALUE);

      assertThat(store.changes())
          .containsExactlyInAnyOrder(
              "created a k null->1 at 0 until 100",
              "created a l null->2 at 0 until null",
              "created b m null->3 at 0 until 200",
              "expired a k 1->null at 100 until 100 @ 100",
              "expired b m 3->null at 200 until 200 @ 200");
      assertThat(store.timers()).isZero();
      store.see("list a", "list b");
      assertThat(store.answers()).endsWith("list a -> [l=2]", "list b -> []");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete a k", "clear a", "set a k 2"})
  void noTimerOutlivesItsEntry(String write) throws Exception {
    try (StoreHarness store = StoreHarness.open(LASTING)) {
      store.clock(0);
      store.see("set a k 1 ttl 100");
      assertThat(store.timers()).isEqualTo(2);

      store.see(write);
      assertThat(store.timers()).isZero();
    }
  }

  @Test
  void setMovesTheTimerAndUpdateLeavesIt() throws Exception {
    try (StoreHarness store = StoreHarness.open(FOR_100)) {
      store.clock(0);
      store.see("set a k 1", "set a l 1");
      store.clock(50);
      store.see("set a k 2", "update a l [{\"type\":\"increment\"}]");
      assertThat(store.timers()).isEqualTo(4);
      store.clock(100);
      store.see("list a");
      store.clock(150);
      store.see("list a");

      assertThat(store.answers()).endsWith("list a -> [k=2]", "list a -> []");
    }
  }

  @Test
  void aTimerFromBeforeTheKindOfTimeChangedLeavesWhatWasSetAgain() throws Exception {
    StoreHarness store = StoreHarness.open(FOR_100);
    store.clock(0);
    store.see("set a k 1", "set a l 1");

    store = store.reopen(KvOptions.lasting());
    store.see(10, "set a k 2 ttl 5000");
    store.clock(100);
    store.see(20, "list a");

    assertThat(store.answers()).endsWith("list a -> [k=2]");
    assertThat(store.changes()).endsWith("expired a l 1->null at 100 until 100 @ 100");
    store.close();
  }
}
