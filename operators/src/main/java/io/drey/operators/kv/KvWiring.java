package io.drey.operators.kv;

import io.drey.operators.internal.StateForm;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.order.ExactTime;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.KeyedRuleOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * Wires the operators of a store: one that routes commands, the sorter if there is one, the store
 * itself, and one that combines the listings of scopes.
 */
final class KvWiring<I, A, C> {
  private final DataStream<I> commands;
  private final CommandForm<I> form;
  private final KvResults<I, A, C> results;
  private final KvOptions options;
  private final String uid;
  private final TypeInformation<I> type;
  private final int parallelism;
  private final Routes<I> routes;

  KvWiring(
      DataStream<I> commands,
      CommandForm<I> form,
      KvResults<I, A, C> results,
      KvOptions options,
      String uid) {
    this.commands = commands;
    this.form = form;
    this.results = results;
    this.options = options;
    this.uid = uid;
    this.type = commands.getType();
    this.parallelism = commands.getExecutionEnvironment().getParallelism();
    this.routes = new Routes<>(form, KeyGroupCount.of(commands.getExecutionEnvironment()));
  }

  KvStreams<I, A, C> attach(@Nullable ExactTime<I> order) {
    SingleOutputStreamOperator<Tuple2<Long, I>> routed = routed();
    if (order == null) {
      SingleOutputStreamOperator<A> store = store(keyed(routed, routes.toScope()));
      SingleOutputStreamOperator<A> groups = groups(store.getSideOutput(KvStore.told(type)));
      return streams(store, groups, null);
    }
    SingleOutputStreamOperator<Tuple2<Long, I>> sorted = sorted(routed, order);
    SingleOutputStreamOperator<I> late = late(sorted);
    SingleOutputStreamOperator<A> store = store(chained(sorted, routes.toScope()));
    DataStream<GroupScopes<I>> told =
        store.getSideOutput(KvStore.told(type)).union(late.getSideOutput(KvStore.told(type)));
    SingleOutputStreamOperator<A> groups = groups(told);
    return streams(store, groups, late.union(groups.getSideOutput(OrderByTime.late(type))));
  }

  private KvStreams<I, A, C> streams(
      SingleOutputStreamOperator<A> store,
      SingleOutputStreamOperator<A> groups,
      @Nullable DataStream<I> late) {
    return new KvStreams<>(store, store.union(groups), results.changeType(), late);
  }

  private SingleOutputStreamOperator<Tuple2<Long, I>> routed() {
    String routeUid = uid + "-key";
    return commands
        .transform(
            routeUid, Types.TUPLE(Types.LONG, type), new RouteCommands<>(form, routes.groups()))
        .uid(routeUid)
        .setParallelism(commands.getParallelism());
  }

  private SingleOutputStreamOperator<Tuple2<Long, I>> sorted(
      SingleOutputStreamOperator<Tuple2<Long, I>> routed, ExactTime<I> order) {
    return OrderByTime.on(
            keyed(routed, routes.toGroup()),
            (command, millis) -> order.of(command.f1, millis),
            new RoutedForm<>(form, StateForm.of(type)),
            uid + "-order",
            uid + "-order")
        .setParallelism(parallelism)
        .setMaxParallelism(routes.groups());
  }

  private SingleOutputStreamOperator<I> late(SingleOutputStreamOperator<Tuple2<Long, I>> sorted) {
    String lateUid = uid + "-late";
    return sorted
        .getSideOutput(OrderByTime.late(sorted.getType()))
        .process(new SeparateLate<>(type, uid), type)
        .name(lateUid)
        .uid(lateUid)
        .setParallelism(parallelism);
  }

  private SingleOutputStreamOperator<A> store(KeyedStream<Tuple2<Long, I>, String> keyed) {
    return KeyedRuleOperator.on(
            keyed,
            new AnswerCommands<>(form, results, options, type),
            options.settings(),
            results.answerType(),
            uid)
        .setParallelism(parallelism)
        .setMaxParallelism(routes.groups());
  }

  private SingleOutputStreamOperator<A> groups(DataStream<GroupScopes<I>> told) {
    String groupsUid = uid + "-groups";
    return told.keyBy(GroupScopes::listing, Types.LONG)
        .process(
            new GatherScopes<>(form, results.answers(), type, routes.groups(), uid),
            results.answerType())
        .name(groupsUid)
        .uid(groupsUid)
        .setParallelism(parallelism);
  }

  /** Skips the exchange if there is only one subtask on either side. */
  private KeyedStream<Tuple2<Long, I>, String> keyed(
      SingleOutputStreamOperator<Tuple2<Long, I>> routed,
      KeySelector<Tuple2<Long, I>, String> key) {
    return parallelism == 1 && routed.getParallelism() == 1
        ? chained(routed, key)
        : routed.keyBy(key, Types.STRING);
  }

  /** Valid only if keyed records are already in the subtask of their key group. */
  private static <T> KeyedStream<T, String> chained(
      DataStream<T> stream, KeySelector<T, String> key) {
    return DataStreamUtils.reinterpretAsKeyedStream(stream, key, Types.STRING);
  }
}
