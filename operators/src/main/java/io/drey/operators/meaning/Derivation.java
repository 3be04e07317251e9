// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

/** What a state tells of others of its operator, from which it can be computed anew. */
public enum Derivation {
  /** Of each key: the key of the same key group that was used before it, unless it is the first. */
  OLDER_KEY,
  /** Of each key: the key of the same key group that was used after it; of the last its own. */
  NEWER_KEY,
  /**
   * Union list: for each key group with keys its number, oldest and newest key, and their count.
   */
  KEY_GROUPS,
  /** Of each key: the number of entries of a map; none without entries, unless it was zero. */
  ENTRY_COUNT,
  /**
   * Of each entry of a map: a record of the map keys used before it, older, and after it, newer.
   */
  ENTRY_LINKS,
  /** Of each key: a record of the map keys that were used first, oldest, and last, newest. */
  ENTRY_ENDS,
  /** A number of key groups that are done with; it has no meaning for other key groups. */
  KEY_GROUP_COUNT
}
