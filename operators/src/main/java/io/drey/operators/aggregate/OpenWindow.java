// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.PartialMeasure;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The state of a group's window until it closes.
 *
 * @param start its first instant, in ms
 * @param measures by kind and name of their measures ({@code sum:price})
 */
public record OpenWindow(@Means(Meaning.INSTANT) long start, Map<String, PartialMeasure> measures) {
  /** The type in state. */
  public static final TypeInformation<OpenWindow> TYPE =
      Types.POJO(
          OpenWindow.class,
          Map.of("start", Types.LONG, "measures", Types.MAP(Types.STRING, PartialMeasure.TYPE)));
}
