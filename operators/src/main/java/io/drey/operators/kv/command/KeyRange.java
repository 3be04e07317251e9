// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a scope are listed: the first ones, in the {@link KeyOrder}, of those whose keys
 * meet every bound.
 *
 * @param prefix with which a key begins; null for any
 * @param start the least key; null for no bound
 * @param end the key before which they end; null for no bound
 * @param limit the maximum number of entries, at least 1; null for no limit
 */
public record KeyRange(
    @Nullable String prefix, @Nullable String start, @Nullable String end, @Nullable Long limit) {
  /** All entries. */
  public static final KeyRange ALL = new KeyRange(null, null, null, null);

  /** Its type, for streams. */
  public static final TypeInformation<KeyRange> TYPE =
      Types.POJO(
          KeyRange.class,
          Map.of(
              "prefix", Types.STRING,
              "start", Types.STRING,
              "end", Types.STRING,
              "limit", Types.LONG));

  /** The entries whose keys begin so. */
  public static KeyRange startingWith(String prefix) {
    return new KeyRange(prefix, null, null, null);
  }

  /** A copy with the least key. */
  public KeyRange from(String key) {
    return new KeyRange(prefix, key, end, limit);
  }

  /** A copy with the key before which they end. */
  public KeyRange before(String key) {
    return new KeyRange(prefix, start, key, limit);
  }

  /** A copy with a maximum number of entries. */
  public KeyRange first(long entries) {
    return new KeyRange(prefix, start, end, entries);
  }

  /** Whether a key meets the bounds. */
  public boolean has(String key) {
    return (prefix == null || key.startsWith(prefix))
        && (start == null || KeyOrder.UTF_8.compare(key, start) >= 0)
        && (end == null || KeyOrder.UTF_8.compare(key, end) < 0);
  }
}
