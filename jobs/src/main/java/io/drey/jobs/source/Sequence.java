package io.drey.jobs.source;

/**
 * Counts the events.
 *
 * @param first the value of the first
 */
record Sequence(long first) implements Values {
  static Values of(Arguments arguments) {
    return new Sequence(arguments.count(1).integer(0));
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    object.number(first + index);
  }
}
