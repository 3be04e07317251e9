package io.drey.state.plan;

import java.util.Locale;

/** What becomes of an operator or a state. */
public enum Verdict {
  KEPT,
  NEW,
  /** Flink writes its values anew. */
  MIGRATED,
  INCOMPATIBLE,
  /** In an operator that is kept, but nobody declares it: carried for ever, never read. */
  ORPHANED,
  /** In an operator that is kept, but has no keys any more: Flink drops it without a word. */
  LOST,
  GONE,
  PROBABLY_RENAMED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
