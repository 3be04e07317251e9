// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.internal.StateForm;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.order.ExactTime;
import io.drey.operators.order.KeyedInput;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.MeasuredOperator;
import io.drey.operators.rule.Uids;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
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
  private final Uids uids;
  private final TypeInformation<I> type;
  private final int parallelism;
  private final Routes<I> routes;
  private final KeyedInput input;

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
    this.uids = new Uids(uid);
    this.type = commands.getType();
    this.parallelism = commands.getExecutionEnvironment().getParallelism();
    this.routes = new Routes<>(form, KeyGroupCount.of(commands.getExecutionEnvironment()));
    this.input = new KeyedInput(uids, parallelism);
  }

  KvStreams<I, A, C> attach(@Nullable ExactTime<I> order) {
    SingleOutputStreamOperator<Tuple2<Long, I>> routed = routed();
    if (order == null) {
      SingleOutputStreamOperator<A> store = store(input.exchanged(routed, routes.toScope()));
      SingleOutputStreamOperator<A> groups = groups(store.getSideOutput(KvStore.groupScopes(type)));
      return streams(store, groups, null);
    }
    SingleOutputStreamOperator<Tuple2<Long, I>> sorted = sorted(routed, order);
    SingleOutputStreamOperator<I> late = late(sorted);
    SingleOutputStreamOperator<A> store = store(KeyedInput.chained(sorted, routes.toScope()));
    DataStream<GroupScopes<I>> scopes =
        store
            .getSideOutput(KvStore.groupScopes(type))
            .union(late.getSideOutput(KvStore.groupScopes(type)));
    SingleOutputStreamOperator<A> groups = groups(scopes);
    return streams(store, groups, late.union(groups.getSideOutput(OrderByTime.late(type))));
  }

  private KvStreams<I, A, C> streams(
      SingleOutputStreamOperator<A> store,
      SingleOutputStreamOperator<A> groups,
      @Nullable DataStream<I> late) {
    return new KvStreams<>(store, store.union(groups), results.changeType(), late);
  }

  private SingleOutputStreamOperator<Tuple2<Long, I>> routed() {
    return input.extracted(
        commands.transform(
            uids.key(), Types.TUPLE(Types.LONG, type), new RouteCommands<>(form, routes.groups())),
        commands);
  }

  private SingleOutputStreamOperator<Tuple2<Long, I>> sorted(
      SingleOutputStreamOperator<Tuple2<Long, I>> routed, ExactTime<I> order) {
    return input
        .sorted(
            input.exchanged(routed, routes.toGroup()),
            (command, millis) -> order.of(command.f1, millis),
            new RoutedForm<>(form, StateForm.of(type)),
            uids.order())
        .setMaxParallelism(routes.groups());
  }

  private SingleOutputStreamOperator<I> late(SingleOutputStreamOperator<Tuple2<Long, I>> sorted) {
    return sorted
        .getSideOutput(OrderByTime.late(sorted.getType()))
        .process(new SeparateLate<>(type, uids.uid()), type)
        .name(uids.late())
        .uid(uids.late())
        .setParallelism(parallelism);
  }

  private SingleOutputStreamOperator<A> store(KeyedStream<Tuple2<Long, I>, String> keyed) {
    return KeyedRuleOperator.on(
            keyed,
            new AnswerCommands<>(form, results, options, type),
            options.settings(),
            results.answerType(),
            uids.uid())
        .setParallelism(parallelism)
        .setMaxParallelism(routes.groups());
  }

  private SingleOutputStreamOperator<A> groups(DataStream<GroupScopes<I>> scopes) {
    return MeasuredOperator.on(
            scopes.keyBy(GroupScopes::listing, Types.LONG),
            new GatherScopes<>(form, results.answers(), type, routes.groups(), uids.uid()),
            results.answerType(),
            uids.uid(),
            uids.groups())
        .setParallelism(parallelism);
  }
}
