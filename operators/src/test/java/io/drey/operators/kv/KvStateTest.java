// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept, and until when. */
class KvStateTest {
  /** An entry, and the size of its scope. */
  private static final int OF_ONE = 2;

  @Test
  void needsNoTimeWithoutATtl() throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.lasting())) {
      store.seeAt(0, "set a k 1");
      store.advanceTo(1_000);
      store.seeAt(10, "get a k");

      assertThat(store.answers()).endsWith("get a k -> true 1");
      assertThat(store.timers()).isZero();
    }
  }

  @Test
  void keepsEntriesAndHowManyAScopeHas() throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.lasting())) {
      store.seeAt(0, "set a k 1");
      assertThat(store.entries()).isEqualTo(OF_ONE);

      store.seeAt(1, "set b k 1");
      assertThat(store.entries()).isEqualTo(2 * OF_ONE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"get a k", "list a", "delete a k", "clear a", "update a k []", "set a k", "no a"})
  void keepsNothingOfACommandThatWritesNothing(String line) throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.expiring(Duration.ofMillis(100)))) {
      store.seeAt(0, line);

      assertThat(store.entries()).isZero();
      assertThat(store.timers()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete a k", "clear a"})
  void keepsNothingOfAScopeThatHasLostItsEntries(String write) throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.lasting())) {
      for (long time : List.of(0L, 1L, 2L, 200L)) {
        store.seeAt(time, "set a k 1 ttl 100");
      }
      assertThat(store.timers()).isEqualTo(1);

      store.seeAt(201, write);
      assertThat(store.entries()).isZero();
      assertThat(store.timers()).isZero();
    }
  }

  @Test
  void keepsNothingOfEntriesThatHaveExpired() throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.expiring(Duration.ofMillis(100)))) {
      store.seeAt(0, "set a k 1");
      store.seeAt(1, "set a l 1");
      store.advanceTo(99);
      assertThat(store.timers()).isEqualTo(2);

      store.advanceTo(100);
      assertThat(store.timers()).isEqualTo(1);
      assertThat(store.entries()).isEqualTo(OF_ONE);

      store.advanceTo(101);
      assertThat(store.timers()).isZero();
      assertThat(store.entries()).isZero();
    }
  }

  @Test
  void keepsNothingOfAnExpiredEntryThatAWriteHasMet() throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.expiring(Duration.ofMillis(100)))) {
      store.seeAt(0, "set a k 1");
      store.seeAt(100, "delete a k");

      assertThat(store.entries()).isZero();
      assertThat(store.timers()).isZero();
    }
  }

  @Test
  void tellsOfAnExpiryOnceWhereWatermarkAndWriteMeetIt() throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.lasting())) {
      store.seeAt(0, "set a k 1 ttl 100");
      store.advanceTo(100);
      store.seeAt(101, "set a k 2 ttl 100");
      store.seeAt(201, "set a k 3");
      store.advanceTo(Long.MAX_VALUE);

      assertThat(store.changes())
          .containsExactly(
              "created a k null->1 at 0 until 100 @ 0",
              "expired a k 1->null at 100 until 100 @ 100",
              "created a k null->2 at 101 until 201 @ 101",
              "expired a k 2->null at 201 until 201 @ 201",
              "created a k null->3 at 201 until null @ 201");
    }
  }

  @Test
  void aTtlBeyondTheEndOfTimeEndsWithTheInput() throws Exception {
    try (StoreHarness store = StoreHarness.open(KvOptions.lasting())) {
      store.seeAt(5, "set a k 1 ttl 9223372036854775807");
      store.seeAt(Long.MAX_VALUE - 1, "get a k");
      store.advanceTo(Long.MAX_VALUE);

      assertThat(store.answers()).endsWith("get a k -> true 1");
      assertThat(store.changes())
          .endsWith(
              "expired a k 1->null at 9223372036854775807 until 9223372036854775807"
                  + " @ 9223372036854775807");
      assertThat(store.timers()).isZero();
    }
  }

  @Test
  void hasItsNamesForLife() {
    assertThat(
            Stream.of(
                    KvState.entries(),
                    KvState.size(),
                    KvState.recencyLinks(),
                    KvState.recencyEnds(),
                    KvState.groupScopes(),
                    KvState.groupCount(),
                    KvState.lateMarker())
                .map(StateDescriptor::getName))
        .containsExactly(
            "entries",
            "size",
            "recency-links",
            "recency-ends",
            "group-scopes",
            "group-count",
            "late-marker");
    assertThat(KvState.EXPIRIES).isEqualTo("expiries");
    assertThat(((PojoTypeInfo<StoredValue>) StoredValue.TYPE).getFieldNames())
        .containsExactly("expiresAt", "value");
  }
}
