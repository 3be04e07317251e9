// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.RefusedException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a scope of many entries a command touches, and nothing else of it. */
class ScopeEntriesTest {
  private final Map<String, StoredValue> stored = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final ScopeEntries entries =
      new ScopeEntries(
          new StoredEntries(map(), size(), null),
          new Expiries(noTimers(), TimeDomain.EVENT_TIME),
          changes::add);
  private final CommandExecutor executor = new CommandExecutor(entries, KvOptions.lasting());

  @BeforeEach
  void holdAThousandEntries() {
    for (int i = 0; i < 1000; i++) {
      stored.put("k" + i, new StoredValue("1", null));
    }
  }

  @Test
  void anUpdateTouchesOneEntry() throws Exception {
    executor.at(0, command("update a k5 [{\"type\":\"increment\"}]"));

    assertThat(calls).containsExactly("get k5", "put k5");
    assertThat(changes)
        .containsExactly(new Change(Change.Event.UPDATED, "a", "k5", "1", "2", 0, null));
  }

  @Test
  void anUpdateThatWritesNothingReadsOneEntry() throws Exception {
    executor.at(0, command("update a k5 [{\"type\":\"test\",\"value\":2}]"));

    assertThat(calls).containsExactly("get k5");
  }

  @Test
  void aWriteOfAnEntryThatIsThereDoesNotCount() throws Exception {
    executor.at(0, command("set a k5 2"));

    assertThat(calls).containsExactly("get k5", "put k5");
  }

  @Test
  void aNewEntryIsCounted() throws Exception {
    executor.at(0, command("set a new 2"));

    assertThat(calls).containsExactly("get new", "count", "count 1001", "put new");
  }

  @Test
  void aDeletedEntryIsNotCounted() throws Exception {
    executor.at(0, command("delete a k5"));

    assertThat(calls).containsExactly("get k5", "remove k5", "count", "count 999");
  }

  @Test
  void readingOneEntryTouchesNoOther() throws Exception {
    executor.at(0, command("get a k5"));
    executor.at(0, command("get a new"));
    executor.at(0, command("delete a new"));

    assertThat(calls).containsExactly("get k5", "get new", "get new");
  }

  private static Command command(String line) throws RefusedException {
    return new CommandLines().read(line);
  }

  @SuppressWarnings("unchecked")
  private MapState<String, StoredValue> map() {
    return proxy(
        MapState.class,
        (method, args) -> {
          calls.add(method + " " + args[0]);
          return switch (method) {
            case "get" -> stored.get(args[0]);
            case "remove" -> stored.remove(args[0]);
            case "put" -> stored.put((String) args[0], (StoredValue) args[1]);
            default -> throw new UnsupportedOperationException(method);
          };
        });
  }

  @SuppressWarnings("unchecked")
  private ValueState<Long> size() {
    return proxy(
        ValueState.class,
        (method, args) -> {
          calls.add(method.equals("value") ? "count" : "count " + args[0]);
          return method.equals("value") ? (Long) 1000L : null;
        });
  }

  @SuppressWarnings("unchecked")
  private static InternalTimerService<String> noTimers() {
    return proxy(
        InternalTimerService.class,
        (method, args) -> {
          throw new UnsupportedOperationException(method);
        });
  }

  private interface Calls {
    @Nullable Object of(String method, Object[] args);
  }

  private static <T> T proxy(Class<T> type, Calls calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> calls.of(method.getName(), args)));
  }
}
