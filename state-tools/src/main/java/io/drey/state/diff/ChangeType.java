// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import java.util.Locale;

/** How an entry, a state or an operator differs. */
public enum ChangeType {
  ADDED,
  REMOVED,
  CHANGED,
  CHANGED_TYPE,
  /** All entries differ, since no key of one side can be equal to one of the other side. */
  KEY_TYPE_CHANGED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
