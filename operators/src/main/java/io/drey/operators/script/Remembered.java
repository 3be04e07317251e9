// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Which of a key's events are remembered: they are numbered from 0.
 *
 * @param first the number of the oldest
 * @param next the number of the event that comes next
 */
public record Remembered(@Means(Meaning.PLAIN) long first, @Means(Meaning.PLAIN) long next) {
  static final Remembered NONE = new Remembered(0, 0);

  /** Its type, for state descriptors. */
  public static final TypeInformation<Remembered> TYPE =
      Types.POJO(Remembered.class, Map.of("first", Types.LONG, "next", Types.LONG));
}
