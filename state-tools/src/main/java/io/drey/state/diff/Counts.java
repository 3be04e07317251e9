package io.drey.state.diff;

/** How many entries differ in which way, and how many do not. */
public record Counts(long added, long removed, long changed, long equal) {
  static final Counts NONE = new Counts(0, 0, 0, 0);

  boolean isDifferent() {
    return added + removed + changed > 0;
  }

  Counts minus(Counts other) {
    return plus(new Counts(-other.added, -other.removed, -other.changed, -other.equal));
  }

  Counts plus(Counts other) {
    return new Counts(
        added + other.added, removed + other.removed, changed + other.changed, equal + other.equal);
  }
}
