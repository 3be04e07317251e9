// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.recency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a subtask, for each key group in order of their last use: doubly linked lists whose
 * links are keyed state, so that touching a key, removing one and finding the least recently used
 * one take a constant number of state accesses.
 *
 * <p>Methods leave the current key of the key context at the key that they were given.
 */
public final class Recency<K> {
  private final KeyContext context;
  private final ValueState<K> older;
  private final ValueState<K> newer;
  private final KeyGroupRange range;
  private final int maxParallelism;
  private final List<KeyGroup<K>> groups = new ArrayList<>();

  private int size;

  /**
   * Restores from a snapshot.
   *
   * @param context the context whose current key selects the states
   * @param stored the results of {@link #groups} of this and other subtasks
   */
  public Recency(
      KeyContext context,
      ValueState<K> older,
      ValueState<K> newer,
      TaskInfo subtask,
      Iterable<Tuple4<Integer, K, K, Integer>> stored) {
    this.context = context;
    this.older = older;
    this.newer = newer;
    this.maxParallelism = subtask.getMaxNumberOfParallelSubtasks();
    this.range =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            maxParallelism, subtask.getNumberOfParallelSubtasks(), subtask.getIndexOfThisSubtask());
    range.forEach(number -> groups.add(new KeyGroup<>(number)));
    stored.forEach(this::restore);
  }

  private void restore(Tuple4<Integer, K, K, Integer> stored) {
    if (range.contains(stored.f0)) {
      KeyGroup<K> group = groups.get(stored.f0 - range.getStartKeyGroup());
      group.oldest = stored.f1;
      group.newest = stored.f2;
      group.count = stored.f3;
      size += stored.f3;
    }
  }

  /** The number of keys in all key groups of the subtask. */
  public int size() {
    return size;
  }

  /**
   * What a snapshot needs besides the links: number, oldest key, newest key and count of each
   * group.
   */
  public List<Tuple4<Integer, K, K, Integer>> groups() {
    List<Tuple4<Integer, K, K, Integer>> stored = new ArrayList<>();
    for (KeyGroup<K> group : groups) {
      if (group.oldest != null && group.newest != null) {
        stored.add(Tuple4.of(group.number, group.oldest, group.newest, group.count));
      }
    }
    return stored;
  }

  /** Makes the current key the most recently used of its group. */
  public void touch(K key) throws Exception {
    KeyGroup<K> group = groupOf(key);
    if (key.equals(group.newest)) {
      return;
    }
    K next = newer.value();
    if (next != null) {
      unlink(key, next, group);
    }
    append(key, group);
  }

  /** Removes the current key, if it is in the list. */
  public void forget(K key) throws Exception {
    K next = newer.value();
    if (next != null) {
      unlink(key, next, groupOf(key));
      older.clear();
      newer.clear();
    }
  }

  /**
   * The least recently used key of a key's group, if the group has more keys than its share of the
   * cap.
   */
  public @Nullable K surplus(K key, int cap) {
    KeyGroup<K> group = groupOf(key);
    return group.count > share(group.number, cap) ? group.oldest : null;
  }

  /** The cap is shared evenly, so that a group's share does not depend on parallelism. */
  private long share(int group, long cap) {
    return Math.max(1, cap * (group + 1) / maxParallelism - cap * group / maxParallelism);
  }

  private void append(K key, KeyGroup<K> group) throws Exception {
    K last = group.newest;
    newer.update(key);
    if (last == null) {
      group.oldest = key;
      older.clear();
    } else {
      older.update(last);
      context.setCurrentKey(last);
      newer.update(key);
      context.setCurrentKey(key);
    }
    group.newest = key;
    group.count++;
    size++;
  }

  private void unlink(K key, K next, KeyGroup<K> group) throws Exception {
    K previous = older.value();
    boolean isNewest = next.equals(key);
    if (previous == null) {
      group.oldest = isNewest ? null : next;
    } else {
      context.setCurrentKey(previous);
      newer.update(isNewest ? previous : next);
    }
    if (isNewest) {
      group.newest = previous;
    } else {
      context.setCurrentKey(next);
      setOlder(previous);
    }
    context.setCurrentKey(key);
    group.count--;
    size--;
  }

  private void setOlder(@Nullable K previous) throws Exception {
    if (previous == null) {
      older.clear();
    } else {
      older.update(previous);
    }
  }

  private KeyGroup<K> groupOf(K key) {
    int number =
        KeyGroupRangeAssignment.assignToKeyGroup(Objects.requireNonNull(key), maxParallelism);
    return groups.get(number - range.getStartKeyGroup());
  }
}
