package io.drey.operators.aggregate;

import io.drey.operators.rule.Global;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRuleOperator;
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
 * Emits measures of each group of events, for each window of time [n · every, (n + 1) · every) that
 * has events of it, or once at the end of input. Each subtask of the stream gathers what it sees;
 * only that is exchanged, so that a group with most of the events does not hold the job up.
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
 * <p><b>Time:</b> event time, or the machine's clock. A window closes once the watermark reaches
 * its last instant, which is the timestamp of its result; at the end of input all do. An event
 * whose window has closed leaves by {@link #late}. Neither the order of events nor how they are
 * spread changes a result.
 *
 * <p><b>State:</b> per group and open window one tally a measure: a few bytes, a sketch of at most
 * 16 KiB for a cardinality, one that grows with the span of the values for percentiles, and every
 * different value for unique, top, bottom and freq. Freed with the window; without windows it is
 * kept to the end of input and grows with the groups.
 */
public final class Aggregate {
  /** The id of the output tag that late events leave by. */
  public static final String LATE = "late";

  /** The id of the output tag of events whose group or values cannot be told. */
  public static final String INVALID = KeyedRuleOperator.INVALID;

  private Aggregate() {}

  /** The tag of the late events, which keep their timestamps. */
  public static <T> OutputTag<T> late(TypeInformation<T> type) {
    return new OutputTag<>(LATE, type);
  }

  /**
   * Measures groups of events. An {@link InvalidEventException} of a function puts the event aside.
   *
   * @param uid of the operator that keeps the state; {@code <uid>-local} is that of the one that
   *     gathers, at the stream's parallelism
   * @throws IllegalArgumentException if there is no measure, or there are two of one name
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
    TypeInformation<T> type = events.getType();
    String localUid = uid + "-local";
    SingleOutputStreamOperator<Partial<K>> local =
        events
            .transform(
                localUid,
                Partial.type(groupType),
                new GatherLocally<>(group, options, measures, type, uid))
            .uid(localUid)
            .setParallelism(events.getParallelism());
    SingleOutputStreamOperator<R> results =
        local
            .keyBy(Partial::group, groupType)
            .process(new MergeGroups<>(measures, summarize, uid), resultType)
            .name(uid)
            .uid(uid);
    return new Aggregated<>(
        results,
        local.getSideOutput(late(type)),
        local.getSideOutput(KeyedRuleOperator.invalid(type)));
  }

  /** Measures all events as one group; its key is that of {@link Global}. */
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
    aggregated.results().setParallelism(1);
    return aggregated;
  }

  private static void check(List<? extends Measure<?, ?>> measures) {
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
