package io.drey.state.diff;

import java.util.Locale;

/** How something differs. */
public enum ChangeType {
  ADDED,
  REMOVED,
  CHANGED,
  CHANGED_TYPE,
  /** All entries differ, for none of them has its key on the other side. */
  KEY_TYPE_CHANGED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
