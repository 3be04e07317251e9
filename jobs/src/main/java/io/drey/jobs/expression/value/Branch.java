// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import org.jspecify.annotations.Nullable;

/**
 * The place of a script's list or object in its tree. No branch occurs twice in a tree, so the size
 * of its JSON is known while it grows, and a traversal terminates.
 */
public final class Branch {
  /** The maximum nesting of lists and objects. */
  static final int DEEPEST = 100;

  private final long limit;
  private final boolean isRoot;

  /** The name of what cannot be changed; null if it can. */
  private final @Nullable String frozen;

  private @Nullable Branch parent;
  private long size;
  private boolean isChanged;

  private Branch(long limit, boolean isRoot, long size) {
    this(limit, isRoot, size, null);
  }

  private Branch(long limit, boolean isRoot, long size, @Nullable String frozen) {
    this.frozen = frozen;
    this.limit = limit;
    this.isRoot = isRoot;
    this.size = size;
  }

  /** A branch of this size, which may exceed the limit as long as nothing is added. */
  static Branch of(long size) {
    return new Branch(Limits.RESULT, false, size);
  }

  /** A branch without the limit of a value, such as a list of names to iterate over. */
  public static Branch large() {
    return new Branch(Limits.TOUCHED, false, 0);
  }

  /** The event or the state, which contains values but is not a value itself. */
  static Branch root() {
    return new Branch(Limits.TOUCHED, true, 0);
  }

  /** A constant of that name, which contains values but is not a value itself. */
  static Branch frozen(String name) {
    return new Branch(Limits.TOUCHED, true, 0, name);
  }

  /** The approximate number of characters of its JSON. */
  long size() {
    return size;
  }

  boolean isChanged() {
    return isChanged;
  }

  /** Records that a value in it has been replaced. */
  void change() {
    for (Branch branch = this; branch != null && !branch.isChanged; branch = branch.parent) {
      if (branch.frozen != null) {
        throw new ExpressionFailedException("Cannot change '" + branch.frozen + "': read only");
      }
      branch.isChanged = true;
    }
  }

  /** Records that it has become longer or shorter. */
  void grow(long by) {
    for (Branch branch = this; branch != null; branch = branch.parent) {
      branch.size += by;
      if (by > 0 && branch.size > branch.limit) {
        throw Limits.tooLarge(branch.size, branch.limit);
      }
    }
  }

  /** Whether it can become part of another one without a copy. */
  boolean isFreeFor(Branch other) {
    return parent == null && !isRoot && root(other) != this;
  }

  private static Branch root(Branch branch) {
    Branch root = branch;
    while (root.parent != null) {
      root = root.parent;
    }
    return root;
  }

  void growOn(Branch other) {
    parent = other;
  }

  void cutOff() {
    parent = null;
  }

  /** The number of lists and objects around it, itself included. */
  int depth() {
    int depth = 0;
    for (Branch branch = this; branch != null && !branch.isRoot; branch = branch.parent) {
      depth++;
    }
    return depth;
  }
}
