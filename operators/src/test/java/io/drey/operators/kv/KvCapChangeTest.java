// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import org.junit.jupiter.api.Test;

/** A cap on the keys of a scope that comes, goes and changes with savepoints. */
class KvCapChangeTest {
  private static final KvOptions FREE = KvOptions.lasting();

  @Test
  void aNewCapCountsTheKeysFromBeforeItAsTheOldest() throws Exception {
    StoreHarness store = StoreHarness.open(FREE);
    store.see(0, "set a k1 1", "set a k2 2", "set a k3 3", "set a k4 4", "set a k5 5");

    store = store.reopen(capped(3));
    store.see(1, "get a k2", "set a k6 6", "list a");

    assertThat(store.changes()).hasSize(4);
    assertThat(last(store)).contains("k2=2", "k6=6");
    store.close();
  }

  @Test
  void aLowerCapIsReachedByTwoKeysACommand() throws Exception {
    StoreHarness store = StoreHarness.open(capped(5));
    store.see(0, "set a k1 1", "set a k2 2", "set a k3 3", "set a k4 4", "set a k5 5");

    store = store.reopen(capped(1));
    store.see(1, "get a k5", "list a");
    assertThat(last(store)).isEqualTo("list a -> [k3=3, k4=4, k5=5]");
    store.see(2, "list a");
    assertThat(last(store)).isEqualTo("list a -> [k5=5]");
    store.close();
  }

  @Test
  void aCapThatWasAwayForgetsTheKeysThatWentMeanwhile() throws Exception {
    StoreHarness store = StoreHarness.open(capped(3));
    store.see(0, "set a k1 1", "set a k2 2", "set a k3 3");
    store = store.reopen(FREE);
    store.see(1, "delete a k1", "delete a k2");

    store = store.reopen(capped(3));
    store.see(2, "set a k4 4", "set a k5 5", "set a k6 6", "list a");

    assertThat(last(store)).isEqualTo("list a -> [k4=4, k5=5, k6=6]");
    store.close();
  }

  private static String last(StoreHarness store) {
    return store.answers().get(store.answers().size() - 1);
  }

  private static KvOptions capped(int keys) {
    return FREE.with(KeyedSettings.EVENT_TIME.withMaxKeys(keys));
  }
}
