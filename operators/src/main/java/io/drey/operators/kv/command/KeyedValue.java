// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a list shows it.
 *
 * @param value JSON
 */
public record KeyedValue(String key, String value) {
  /** The value as one of a class; null for a JSON null. See {@link Answer}. */
  public <V> @Nullable V value(Class<V> type) {
    return JsonTrees.read(value, type);
  }

  /** Its type, for streams. */
  public static final TypeInformation<KeyedValue> TYPE =
      Types.POJO(KeyedValue.class, Map.of("key", Types.STRING, "value", Types.STRING));
}
