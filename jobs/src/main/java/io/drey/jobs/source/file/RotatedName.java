// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.util.Comparator;
import java.util.List;

/**
 * The path of a file as one of a family: a base and the files that were rotated from it.
 *
 * @param base the path of the base; of a file without a family its own
 * @param generation what tells it from the rest of the family
 * @param path its own
 */
record RotatedName(String base, Generation generation, String path)
    implements Comparable<RotatedName> {
  private static final Comparator<RotatedName> ORDER =
      Comparator.comparing(RotatedName::base, NaturalOrder.INSTANCE)
          .thenComparing(RotatedName::generation)
          .thenComparing(RotatedName::path, NaturalOrder.INSTANCE);

  /**
   * Which file of a family it is, oldest first: those with a date by date, then those with a
   * number, the highest first, then the base.
   *
   * @param kind 0 for a date, 1 for a number, 2 for the base
   * @param numbers a date, the time behind it and its counter; or the negative number
   */
  record Generation(int kind, List<Long> numbers) implements Comparable<Generation> {
    static final Generation BASE = new Generation(2, List.of());

    static Generation dated(List<Long> numbers) {
      return new Generation(0, numbers);
    }

    static Generation numbered(long number) {
      return new Generation(1, List.of(-number));
    }

    @Override
    public int compareTo(Generation other) {
      int order = Integer.compare(kind, other.kind);
      for (int i = 0; order == 0 && i < Math.min(numbers.size(), other.numbers.size()); i++) {
        order = numbers.get(i).compareTo(other.numbers.get(i));
      }
      return order != 0 ? order : Integer.compare(numbers.size(), other.numbers.size());
    }
  }

  @Override
  public int compareTo(RotatedName other) {
    return ORDER.compare(this, other);
  }
}
