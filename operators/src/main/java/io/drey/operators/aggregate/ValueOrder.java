package io.drey.operators.aggregate;

import java.io.Serializable;
import java.util.Comparator;

/** The order in which values are listed, and by which equally frequent ones are told apart. */
@FunctionalInterface
public interface ValueOrder extends Comparator<String>, Serializable {
  /** That of {@link String}. */
  ValueOrder NATURAL = String::compareTo;
}
