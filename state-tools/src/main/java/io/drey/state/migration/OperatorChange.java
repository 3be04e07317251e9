// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an operator.
 *
 * @param operator its uid, its hash, or its name if that is unique
 * @param isDropped whether all of its state is removed; nothing else is changed then
 * @param renameTo its new uid or hash; null if it stays
 * @param keyed what becomes of its keys and timers
 * @param states the changes of its states, each of which is named once
 * @param kafka what becomes of the offsets of a Kafka source; null if they stay
 * @param maxParallelism null if that of the plan applies, or else it stays
 */
public record OperatorChange(
    Placed<String> operator,
    boolean isDropped,
    @Nullable Placed<String> renameTo,
    KeyedChange keyed,
    List<StateChange> states,
    @Nullable KafkaChange kafka,
    @Nullable Placed<Integer> maxParallelism) {
  /** An operator whose state is removed. */
  public static OperatorChange dropped(Placed<String> operator) {
    return new OperatorChange(operator, true, null, KeyedChange.NONE, List.of(), null, null);
  }
}
