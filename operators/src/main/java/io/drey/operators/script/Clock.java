// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The clock of a key whose entries expire.
 *
 * @param latest the timestamp (ms) of its latest event
 * @param timer the instant (ms) of the timer that frees expired entries, or {@link #NO_TIMER}
 */
public record Clock(@Means(Meaning.INSTANT) long latest, @Means(Meaning.INSTANT) long timer) {
  public static final long NO_TIMER = Long.MIN_VALUE;

  /** Its type, for state descriptors. */
  public static final TypeInformation<Clock> TYPE =
      Types.POJO(Clock.class, Map.of("latest", Types.LONG, "timer", Types.LONG));
}
