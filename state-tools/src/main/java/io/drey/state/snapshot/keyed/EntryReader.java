package io.drey.state.snapshot.keyed;

import java.util.List;

/** The entries of one handle, one after the other. */
public interface EntryReader extends AutoCloseable {
  /** The states, whether or not they have entries. */
  List<KeyedState> states();

  /** Whether lists begin with the count of their elements; else a byte parts them. */
  boolean countsListElements();

  /** Moves on to the next entry, and tells whether there is one. */
  boolean next();

  /** The entry, until the next one. */
  Entry entry();

  @Override
  void close();
}
