// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a key, in state.
 *
 * @param value JSON
 * @param expiresAt the instant (ms) from which it has expired; null for never
 */
public record StoredValue(
    @Means(Meaning.JSON) String value, @Means(Meaning.INSTANT) @Nullable Long expiresAt) {
  /** Its type, for state descriptors. */
  public static final TypeInformation<StoredValue> TYPE =
      Types.POJO(StoredValue.class, Map.of("value", Types.STRING, "expiresAt", Types.LONG));

  boolean isExpired(long time) {
    return expiresAt != null && expiresAt <= time;
  }
}
