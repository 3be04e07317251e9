// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.lookup;

import io.drey.operators.rule.InvalidEventException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Finds the row of each event; see {@link Lookup}. */
final class FindRow<T, K, V, R> extends ProcessFunction<T, R> {
  private static final long serialVersionUID = 1L;

  private final LookupTable<K, V> table;
  private final Enrichment<T, K, V, R> enrichment;
  private final Missing missing;
  private final OutputTag<T> withoutRow;

  FindRow(
      LookupTable<K, V> table,
      Enrichment<T, K, V, R> enrichment,
      Missing missing,
      OutputTag<T> withoutRow) {
    this.table = table;
    this.enrichment = enrichment;
    this.missing = missing;
    this.withoutRow = withoutRow;
  }

  @Override
  public void open(OpenContext openContext) {
    table.open(getRuntimeContext());
  }

  @Override
  public void processElement(T event, Context ctx, Collector<R> out) {
    K key = enrichment.keyOf(event);
    if (key == null) {
      throw new InvalidEventException("Missing key");
    }
    @Nullable V row = table.find(key);
    if (row != null || missing == Missing.KEEP) {
      out.collect(enrichment.enriched(event, row));
    }
    if (row == null) {
      ctx.output(withoutRow, event);
    }
  }
}
