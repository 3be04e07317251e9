// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps what Kryo writes and Flink 2 cannot restore, whatever is done to a savepoint. */
@SuppressWarnings("JdkObsolete") // as in old state
final class Leftovers<K> extends KeyedProcessFunction<K, Long, Long> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Secret> object;
  private transient ValueState<List<Secret>> objects;
  private transient ValueState<List<String>> empty;
  private transient ValueState<LinkedList<String>> linked;
  private transient ValueState<List<List<String>>> nested;
  private transient ValueState<Map<String, Long>> nullKey;

  @Override
  public void open(OpenContext context) {
    object = state("object", new TypeHint<>() {});
    objects = state("objects", new TypeHint<>() {});
    empty = state("empty", new TypeHint<>() {});
    linked = state("linked", new TypeHint<>() {});
    nested = state("nested", new TypeHint<>() {});
    nullKey = state("null-key", new TypeHint<>() {});
  }

  private <T> ValueState<T> state(String name, TypeHint<T> type) {
    return getRuntimeContext().getState(new ValueStateDescriptor<>(name, TypeInformation.of(type)));
  }

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
    object.update(new Secret("s" + i));
    objects.update(new ArrayList<>(List.of(new Secret("s" + i))));
    empty.update(new ArrayList<>());
    linked.update(new LinkedList<>(List.of("l" + i)));
    nested.update(new ArrayList<>(List.of(new ArrayList<>(List.of("n" + i)))));
    Map<String, Long> map = new HashMap<>();
    map.put(null, i);
    map.put("null", i);
    nullKey.update(map);
  }

  /** A key that Flink gives to Kryo. */
  static URI uri(Long i) {
    return URI.create("key:" + i);
  }

  /** No POJO: it has no constructor without arguments. */
  static final class Secret {
    private final String text;

    Secret(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
