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
 * The ends of the list of a scope's keys in order of their last use.
 *
 * @param oldest the least recently used key; null if there is none
 * @param newest the most recently used key; null if there is none
 */
public record RecencyEnds(
    @Means(Meaning.PLAIN) @Nullable String oldest, @Means(Meaning.PLAIN) @Nullable String newest) {
  /** Its type, for state descriptors. */
  public static final TypeInformation<RecencyEnds> TYPE =
      Types.POJO(RecencyEnds.class, Map.of("oldest", Types.STRING, "newest", Types.STRING));

  static final RecencyEnds NONE = new RecencyEnds(null, null);

  RecencyEnds withOldest(@Nullable String key) {
    return new RecencyEnds(key, newest);
  }

  RecencyEnds withNewest(@Nullable String key) {
    return new RecencyEnds(oldest, key);
  }
}
