// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.offsets;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is read: a partition of a topic, or a file. An input that cannot be divided has neither.
 *
 * @param cluster of the topic, where a source reads several
 */
public record SplitName(
    @Nullable String cluster,
    @Nullable String topic,
    @Nullable Integer partition,
    @Nullable String path)
    implements Comparable<SplitName> {
  private static final Comparator<SplitName> ORDER =
      Comparator.comparing(SplitName::cluster, first())
          .thenComparing(SplitName::topic, first())
          .thenComparing(SplitName::partition, first())
          .thenComparing(SplitName::path, first());

  private static <T extends Comparable<T>> Comparator<@Nullable T> first() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }

  @Override
  public int compareTo(SplitName other) {
    return ORDER.compare(this, other);
  }
}
