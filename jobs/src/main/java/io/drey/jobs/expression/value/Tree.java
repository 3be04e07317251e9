package io.drey.jobs.expression.value;

/** A list or object that a script may change. */
interface Tree {
  Branch branch();

  /** How deep lists and objects lie in each other here: 1 if there are none in it. */
  int height();

  void write(StringBuilder out);
}
