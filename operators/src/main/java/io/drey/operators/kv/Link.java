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
 * The neighbors of a key in order of their last use.
 *
 * @param older the key used before it; null at the end
 * @param newer the key used after it; null at the end
 */
public record Link(
    @Means(Meaning.PLAIN) @Nullable String older, @Means(Meaning.PLAIN) @Nullable String newer) {
  /** Its type, for state descriptors. */
  public static final TypeInformation<Link> TYPE =
      Types.POJO(Link.class, Map.of("older", Types.STRING, "newer", Types.STRING));

  Link withOlder(@Nullable String key) {
    return new Link(key, newer);
  }

  Link withNewer(@Nullable String key) {
    return new Link(older, key);
  }
}
