package io.drey.state.snapshot.metadata;

/** Key groups that follow one another. */
public record KeyGroups(int first, int count) {
  public boolean contains(int keyGroup) {
    return keyGroup >= first && keyGroup - first < count;
  }

  @Override
  public String toString() {
    return first + ".." + (first + count - 1);
  }
}
