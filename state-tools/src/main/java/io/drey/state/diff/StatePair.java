// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.diff.StateSide.Keys;
import org.jspecify.annotations.Nullable;

/** A state that one or both sides of an operator have, and how its entries differ. */
final class StatePair {
  private final int number;
  private final String name;
  private final @Nullable StateSide from;
  private final @Nullable StateSide to;
  private final Keys keys;
  private long added;
  private long removed;
  private long changed;
  private long equal;

  /**
   * @param number its index among the states of its operator
   */
  StatePair(int number, String name, @Nullable StateSide from, @Nullable StateSide to) {
    this.number = number;
    this.name = name;
    this.from = from;
    this.to = to;
    this.keys = from == null || to == null ? Keys.BYTES : from.keys(to);
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  Keys keys() {
    return keys;
  }

  boolean isOnBothSides() {
    return from != null && to != null;
  }

  /** Whether entries of one side can have equal keys on the other side. */
  boolean isComparable() {
    return isOnBothSides() && keys != Keys.DIFFERENT;
  }

  /**
   * Either side, for the parts of its keys: they are the same on both sides unless the keys differ.
   */
  StateSide either() {
    StateSide side = from == null ? to : from;
    if (side == null) {
      throw new IllegalStateException("Invalid state: must be on a side but was on none");
    }
    return side;
  }

  /** Counts an entry that only one side has. */
  void countOn(Side side) {
    if (side == Side.FROM) {
      removed++;
    } else {
      added++;
    }
  }

  /** Counts an entry that both sides have. */
  void countOnBoth(boolean isEqual) {
    if (isEqual) {
      equal++;
    } else {
      changed++;
    }
  }

  DiffCounts counts() {
    return new DiffCounts(added, removed, changed, equal);
  }

  /** Returns how it differs; null if it does not. */
  @Nullable StateChange outcome(String operator) {
    ChangeType change = change();
    return change == null
        ? null
        : new StateChange(
            operator,
            name,
            change,
            counts(),
            from == null ? null : from.report(),
            to == null ? null : to.report());
  }

  private @Nullable ChangeType change() {
    if (from == null) {
      return ChangeType.ADDED;
    }
    if (to == null) {
      return ChangeType.REMOVED;
    }
    if (keys == Keys.DIFFERENT) {
      return ChangeType.KEY_TYPE_CHANGED;
    }
    if (!from.report().equals(to.report())) {
      return ChangeType.CHANGED_TYPE;
    }
    return counts().isDifferent() ? ChangeType.CHANGED : null;
  }
}
