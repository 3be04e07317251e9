// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A value in state, with the instant at which it was last written.
 *
 * @param at in ms
 */
public record TimestampedText(@Means(Meaning.INSTANT) long at, @Means(Meaning.JSON) String text) {
  /** Its type, for state descriptors. */
  public static final TypeInformation<TimestampedText> TYPE =
      Types.POJO(TimestampedText.class, Map.of("at", Types.LONG, "text", Types.STRING));
}
