package io.drey.operators.deduplicate;

/** Placeholder of the Javadoc link until the function lands. */
final class Deduplicate {
  private Deduplicate() {}
}
