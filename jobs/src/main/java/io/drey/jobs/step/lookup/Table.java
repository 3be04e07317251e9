// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.lookup.LookupTable;
import io.drey.operators.rule.StepMetrics;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file. Only their bytes are part of the job; each subtask finds the rows in them.
 * Keys are those of {@link KeyPaths#read}. Events whose key is another one than that of a row only
 * because it is text, or is not, are counted.
 */
final class Table implements LookupTable<String, Row> {
  private static final long serialVersionUID = 1L;
  private static final KeyPaths KEY = KeyPaths.of("key");

  private final byte[] rows;
  private final String step;

  private transient @Nullable Map<String, Integer> index;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Counter otherType;

  /**
   * @param rows as {@link TableBytes} writes them
   * @param step of the metrics
   */
  Table(byte[] rows, String step) {
    this.rows = rows;
    this.step = step;
  }

  @Override
  public void open(RuntimeContext context) {
    otherType = new StepMetrics(context.getMetricGroup(), step).skippedValues();
    index = TableBytes.index(rows);
  }

  @Override
  public @Nullable Row find(String key) {
    Map<String, Integer> all = index == null ? Map.of() : index;
    Integer at = all.get(key);
    if (at != null) {
      return new Row(rows, at);
    }
    String other = ofOtherType(key);
    if (other != null && all.containsKey(other)) {
      otherType.inc();
    }
    return null;
  }

  /** The key as text if it is none, and else what the text says; null if that is nothing else. */
  private static @Nullable String ofOtherType(String key) {
    if (key.startsWith("[")) {
      return null;
    }
    if (key.charAt(0) != '"') {
      return '"' + key + '"';
    }
    try {
      return KEY.read(Event.of("{\"key\":" + key.substring(1, key.length() - 1) + "}"));
    } catch (IllegalArgumentException plainText) {
      return null;
    }
  }
}
