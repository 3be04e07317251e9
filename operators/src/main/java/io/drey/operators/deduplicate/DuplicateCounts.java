// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What {@link Deduplicate} emits of a run that had duplicates, when it ends.
 *
 * @param record makes it
 * @param type its type
 */
public record DuplicateCounts<K, C>(CountRecord<K, C> record, TypeInformation<C> type)
    implements Serializable {
  /** Makes the record of a run. */
  @FunctionalInterface
  public interface CountRecord<K, C> extends Serializable {
    /**
     * The record of a run.
     *
     * @param first the least instant (ms) of its events
     * @param last the greatest instant (ms) of its events
     * @param duplicates the number of its events without the one that passed, at least 1
     */
    C of(K key, long first, long last, long duplicates);
  }
}
