package io.drey.jobs.expression.value;

import org.jspecify.annotations.Nullable;

/**
 * What a list or object of a script knows of the tree that it is part of. A tree has no branch
 * twice, so its size as JSON is known while it grows, and whatever walks it comes to an end.
 */
public final class Branch {
  /** How deep lists and objects may lie in each other. */
  static final int DEEPEST = 100;

  private final long limit;
  private final boolean isRoot;
  private @Nullable Branch parent;
  private long size;
  private boolean isChanged;

  private Branch(long limit, boolean isRoot, long size) {
    this.limit = limit;
    this.isRoot = isRoot;
    this.size = size;
  }

  /** One of that size, which may be beyond the limit if nobody adds to it. */
  static Branch of(long size) {
    return new Branch(Limits.RESULT, false, size);
  }

  /** One that may hold more than a value, such as a list of names to walk along. */
  public static Branch large() {
    return new Branch(Limits.TOUCHED, false, 0);
  }

  /** The event or the state: what is not a value itself, but holds values. */
  static Branch root() {
    return new Branch(Limits.TOUCHED, true, 0);
  }

  /** About how many characters of JSON it is. */
  long size() {
    return size;
  }

  boolean isChanged() {
    return isChanged;
  }

  /** Says that something in it is another. */
  void change() {
    for (Branch branch = this; branch != null && !branch.isChanged; branch = branch.parent) {
      branch.isChanged = true;
    }
  }

  /** Says that it is longer, or shorter. */
  void grow(long by) {
    for (Branch branch = this; branch != null; branch = branch.parent) {
      branch.size += by;
      if (by > 0 && branch.size > branch.limit) {
        throw Limits.tooLarge(branch.size, branch.limit);
      }
    }
  }

  /** Whether it may become a part of another as it is. */
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

  /** How many lists and objects it lies in, itself included. */
  int depth() {
    int depth = 0;
    for (Branch branch = this; branch != null && !branch.isRoot; branch = branch.parent) {
      depth++;
    }
    return depth;
  }
}
