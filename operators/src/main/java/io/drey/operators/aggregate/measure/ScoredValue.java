// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.math.BigDecimal;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A value with its best score so far, on the wire and in state.
 *
 * @param score a decimal text
 */
public record ScoredValue(@Means(Meaning.JSON) String value, @Means(Meaning.JSON) String score) {
  static final TypeInformation<ScoredValue> TYPE = Types.POJO(ScoredValue.class);

  static ScoredValue of(Scored scored) {
    return new ScoredValue(scored.value(), scored.score().toString());
  }

  Scored scored() {
    return new Scored(value, new BigDecimal(score));
  }
}
