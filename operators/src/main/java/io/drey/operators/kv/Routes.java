// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.meaning.GroupKeySelector;
import io.drey.operators.meaning.JsonKeySelector;
import java.io.Serializable;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Routes commands: to the subtask of their scope; those about all scopes as one marker to every key
 * group. To use the exchange of keyed streams, each key group has a key without state, found by
 * trial.
 *
 * <p>On the wire a command is preceded by a number: {@link #TO_SCOPE}, or for a marker the number
 * of its listing and key group.
 */
final class Routes<I> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Instead of a marker's number: the command goes to its scope. */
  static final long TO_SCOPE = -1;

  private static final int GROUP_BITS = 15;

  private final CommandForm<I> form;
  private final String[] groupKeys;

  Routes(CommandForm<I> form, int maxParallelism) {
    this.form = form;
    this.groupKeys = new String[maxParallelism];
    int found = 0;
    for (int i = 0; found < maxParallelism; i++) {
      String key = Integer.toString(i);
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism);
      if (groupKeys[group] == null) {
        groupKeys[group] = key;
        found++;
      }
    }
  }

  int groups() {
    return groupKeys.length;
  }

  /** As much of a listing's number as has room beside that of a key group. */
  static long wrapped(long listing) {
    return listing & (Long.MAX_VALUE >> GROUP_BITS);
  }

  static long marker(long listing, int group) {
    return listing << GROUP_BITS | group;
  }

  static boolean isMarker(Tuple2<Long, ?> routed) {
    return routed.f0 != TO_SCOPE;
  }

  static long listing(long marker) {
    return marker >> GROUP_BITS;
  }

  static int group(long marker) {
    return (int) (marker & ((1 << GROUP_BITS) - 1));
  }

  /** The key of a command's state. */
  JsonKeySelector<Tuple2<Long, I>> toScope() {
    return routed -> isMarker(routed) ? groupKeys[group(routed.f0)] : form.scopeKey(routed.f1);
  }

  /** One key for everything that goes to a key group, so that its order is preserved. */
  GroupKeySelector<Tuple2<Long, I>> toGroup() {
    return routed -> groupKeys[groupOf(routed)];
  }

  private int groupOf(Tuple2<Long, I> routed) {
    return isMarker(routed)
        ? group(routed.f0)
        : KeyGroupRangeAssignment.assignToKeyGroup(form.scopeKey(routed.f1), groups());
  }
}
