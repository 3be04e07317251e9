// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.lookup;

import io.drey.operators.rule.CountedProcessOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Enriches events from a table that does not change while the job runs. An event whose key has no
 * row goes to {@link #missing}; with {@link Missing#KEEP} it passes too, without a row. An event
 * without a key goes to the side output {@code invalid}.
 *
 * <pre>{@code
 * SingleOutputStreamOperator<KnownVisit> known =
 *     Lookup.on(
 *         visits,
 *         LookupTable.of(users),
 *         Enrichment.of(Visit::user, KnownVisit::new),
 *         Missing.DROP,
 *         TypeInformation.of(KnownVisit.class),
 *         "user");
 * DataStream<Visit> strangers = known.getSideOutput(Lookup.missing(visits.getType()));
 * }</pre>
 *
 * <p><b>Time:</b> timestamps are not needed. A result has the timestamp of its event.
 *
 * <p><b>State:</b> none. The table is part of the job, and each subtask holds a copy of it in
 * memory; a job that restarts has the same table, and one that is built anew has the new table.
 */
public final class Lookup {
  /** The id of the side output for events without a row. */
  public static final String MISSING = "missing";

  private Lookup() {}

  /** The tag of the events without a row. */
  public static <T> OutputTag<T> missing(TypeInformation<T> type) {
    return new OutputTag<>(MISSING, type);
  }

  /** Enriches events, in the subtasks of their stream. */
  public static <T, K, V, R> SingleOutputStreamOperator<R> on(
      DataStream<T> events,
      LookupTable<K, V> table,
      Enrichment<T, K, V, R> enrichment,
      Missing missing,
      TypeInformation<R> resultType,
      String uid) {
    FindRow<T, K, V, R> function =
        new FindRow<>(table, enrichment, missing, missing(events.getType()));
    return CountedProcessOperator.on(events, function, resultType, uid);
  }
}
