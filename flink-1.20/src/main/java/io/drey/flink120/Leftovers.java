// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.VoidSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.TwoPhaseCommitSinkFunction;
import org.apache.flink.util.Collector;

/** Keeps what Kryo writes and Flink 2 cannot restore, whatever is done to a savepoint. */
@SuppressWarnings({"JdkObsolete", "deprecation"}) // as in old state
final class Leftovers<K> extends KeyedProcessFunction<K, Long, Long> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Secret> object;
  private transient ValueState<List<Secret>> objects;
  private transient ValueState<List<String>> empty;
  private transient ValueState<LinkedList<String>> linked;
  private transient ValueState<List<List<String>>> nested;
  private transient ValueState<Map<String, Long>> nullKey;
  private transient MapState<URI, Long> uris;
  private transient ValueState<TwoPhaseCommitSinkFunction.State<Long, Void>> transaction;
  private transient ListState<TwoPhaseCommitSinkFunction.State<Long, Void>> transactions;

  @Override
  public void open(OpenContext context) {
    object = state("object", new TypeHint<>() {});
    objects = state("objects", new TypeHint<>() {});
    empty = state("empty", new TypeHint<>() {});
    linked = state("linked", new TypeHint<>() {});
    nested = state("nested", new TypeHint<>() {});
    nullKey = state("null-key", new TypeHint<>() {});
    uris =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("uris", TypeInformation.of(URI.class), Types.LONG));
    openTransactions(
        new TwoPhaseCommitSinkFunction.StateSerializer<>(
            LongSerializer.INSTANCE, VoidSerializer.INSTANCE));
  }

  /** What the old sinks keep: Flink 2 has its serializer under another name. */
  private void openTransactions(
      TypeSerializer<TwoPhaseCommitSinkFunction.State<Long, Void>> serializer) {
    transaction =
        getRuntimeContext().getState(new ValueStateDescriptor<>("transaction", serializer));
    transactions =
        getRuntimeContext().getListState(new ListStateDescriptor<>("transactions", serializer));
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
    uris.put(uri(i), i);
    TwoPhaseCommitSinkFunction.State<Long, Void> pending =
        new TwoPhaseCommitSinkFunction.State<>(
            new TwoPhaseCommitSinkFunction.TransactionHolder<>(i, i), List.of(), Optional.empty());
    transaction.update(pending);
    transactions.add(pending);
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
