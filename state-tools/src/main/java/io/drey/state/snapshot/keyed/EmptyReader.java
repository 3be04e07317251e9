package io.drey.state.snapshot.keyed;

import java.util.List;

/** A handle without states. */
final class EmptyReader implements EntryReader {
  @Override
  public List<KeyedState> states() {
    return List.of();
  }

  @Override
  public boolean countsListElements() {
    return false;
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public Entry entry() {
    throw new IllegalStateException("Cannot give an entry: there is none");
  }

  @Override
  public void close() {}
}
