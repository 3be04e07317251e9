// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.rule.Global;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.rule.MeasuredOperator;
import io.drey.operators.rule.Subtasks;
import io.drey.operators.rule.Uids;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Aggregates groups of events: emits the measures of each group for each time window [n · every, (n
 * + 1) · every) in which it has events, for each overlapping window [n · slide, n · slide + every),
 * or once at the end of input. The aggregation is two-phase: each subtask aggregates locally, and
 * only partial results are exchanged, so that a hot group does not slow the job down.
 *
 * <pre>{@code
 * Measure<Order, Long> orders = Measure.count("orders");
 * Measure<Order, BigDecimal> revenue = Measure.sum("revenue", Order::price);
 * Aggregated<Order, Revenue> hourly =
 *     Aggregate.on(
 *         placed,
 *         Order::shop,
 *         Types.STRING,
 *         List.of(orders, revenue),
 *         AggregateOptions.every(Duration.ofHours(1)),
 *         (shop, hour, results) -> new Revenue(shop, results.of(orders), results.of(revenue)),
 *         TypeInformation.of(Revenue.class),
 *         "hourly-revenue");
 * }</pre>
 *
 * <p><b>Time:</b> event time, or processing time. A window closes once the watermark reaches its
 * last instant, which is the timestamp of its result; at the end of input all windows close. An
 * event that is in no open window goes to {@link #late}, any other counts in those that are open.
 * Results depend neither on the order of events nor on their partitioning.
 *
 * <p><b>State:</b> per group and open window, or pane of overlapping windows, one partial result
 * per measure: a few bytes, a sketch of at most 16 KiB for a cardinality, up to 100 values or a
 * sketch that grows with their range for percentiles, and every distinct value for unique, top,
 * bottom and freq. Freed with the window; without windows it is held until the end of input and
 * grows with the number of groups.
 */
public final class Aggregate {
  /** The id of the side output for late events. */
  public static final String LATE = "late";

  /** The id of the side output for events whose group or values cannot be read. */
  public static final String INVALID = KeyedRuleOperator.INVALID;

  private Aggregate() {}

  /** The tag of the late events, which keep their timestamps. */
  public static <T> OutputTag<T> late(TypeInformation<T> type) {
    return new OutputTag<>(LATE, type);
  }

  /**
   * Aggregates groups of events. If a function throws an {@link InvalidEventException}, the event
   * goes to the side output for invalid events.
   *
   * @param uid of the operator with the state; the local phase, at the stream's parallelism, has
   *     {@code <uid>-local}
   * @throws IllegalArgumentException if there is no measure, or two have the same name
   */
  public static <T, K, R> Aggregated<T, R> on(
      DataStream<T> events,
      KeySelector<T, K> group,
      TypeInformation<K> groupType,
      List<Measure<T, ?>> measures,
      AggregateOptions options,
      Summarize<K, R> summarize,
      TypeInformation<R> resultType,
      String uid) {
    check(measures);
    Uids.unused(uid, events.getExecutionEnvironment());
    TypeInformation<T> type = events.getType();
    String localUid = new Uids(uid).local();
    SingleOutputStreamOperator<Partial<K>> local =
        Subtasks.ofInput(
            events,
            events
                .transform(
                    localUid,
                    Partial.type(groupType),
                    new GatherLocally<>(group, options, measures, type, uid))
                .uid(localUid));
    SingleOutputStreamOperator<R> results =
        MeasuredOperator.on(
            local.keyBy(Partial::group, groupType),
            new MergeGroups<>(Windows.of(options), measures, summarize, group, uid),
            resultType,
            uid,
            uid);
    return new Aggregated<>(
        results,
        local.getSideOutput(late(type)),
        local.getSideOutput(KeyedRuleOperator.invalid(type)));
  }

  /** Aggregates all events as one group; its key is that of {@link Global}. */
  public static <T, R> Aggregated<T, R> all(
      DataStream<T> events,
      List<Measure<T, ?>> measures,
      AggregateOptions options,
      Summarize<String, R> summarize,
      TypeInformation<R> resultType,
      String uid) {
    Aggregated<T, R> aggregated =
        on(
            events,
            unused -> Global.KEY,
            Types.STRING,
            measures,
            options,
            summarize,
            resultType,
            uid);
    Subtasks.one(aggregated.results());
    return aggregated;
  }

  static void check(List<? extends Measure<?, ?>> measures) {
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("Invalid measures: must be at least one but was none");
    }
    Set<String> names = new HashSet<>();
    for (Measure<?, ?> measure : measures) {
      if (!names.add(measure.name())) {
        throw new IllegalArgumentException(
            "Invalid measures: must have different names but was '" + measure.name() + "' twice");
      }
    }
  }
}
