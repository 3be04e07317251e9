// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of the store an event's code touches, and nothing else of it. */
class TransactionTest {
  private final RecordingStore store = new RecordingStore();
  private final Transaction transaction = new Transaction(store);

  @Test
  void readsAndWritesOnlyTheEntriesThatAreNamed() throws Exception {
    for (int i = 0; i < 1000; i++) {
      store.texts.put("n" + i, "1");
    }

    transaction.start();
    transaction.put("n5", transaction.get("n5") + "0");
    assertThat(transaction.get("n5")).isEqualTo("10");
    assertThat(transaction.contains("n7")).isTrue();
    assertThat(transaction.contains("none")).isFalse();
    transaction.commit();

    assertThat(store.calls).containsExactly("get n5", "get n7", "get none", "put n5 10");
  }

  @Test
  void writesNoEntryThatIsAsItWas() throws Exception {
    store.texts.put("n", "1");

    transaction.start();
    transaction.put("n", "2");
    transaction.put("n", "1");
    transaction.put("m", "1");
    transaction.remove("m");
    transaction.commit();

    assertThat(store.calls).containsExactly("get n", "get m");
  }

  @Test
  void forgetsWhatWasNotCommitted() throws Exception {
    transaction.start();
    transaction.put("n", "1");

    transaction.start();
    assertThat(transaction.get("n")).isNull();
    transaction.commit();

    assertThat(store.texts).isEmpty();
  }

  private static final class RecordingStore implements Store {
    private final TreeMap<String, String> texts = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();

    @Override
    public boolean enter(@Nullable Long timestamp, TimerService timers) {
      return true;
    }

    @Override
    public @Nullable String get(String name) {
      calls.add("get " + name);
      return texts.get(name);
    }

    @Override
    public Iterable<String> names() {
      calls.add("names");
      return texts.keySet();
    }

    @Override
    public long size() {
      calls.add("size");
      return texts.size();
    }

    @Override
    public boolean isEmpty() {
      calls.add("isEmpty");
      return texts.isEmpty();
    }

    @Override
    public void put(String name, String text) {
      calls.add("put " + name + " " + text);
      texts.put(name, text);
    }

    @Override
    public void remove(String name) {
      calls.add("remove " + name);
      texts.remove(name);
    }

    @Override
    public void removeAll() {
      calls.add("removeAll");
      texts.clear();
    }

    @Override
    public boolean renews() {
      return false;
    }

    @Override
    public void leave(Changes changes, TimerService timers) {}

    @Override
    public boolean isLive() {
      return !texts.isEmpty();
    }

    @Override
    public void sweep(long timestamp, TimerService timers) {}

    @Override
    public void forget(TimerService timers) {
      texts.clear();
    }
  }
}
