// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.util.Comparator;

/** Orders names as people do, digits by their numeric value: {@code a2} before {@code a10}. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int order;
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = digitsEnd(a, i);
        int endB = digitsEnd(b, j);
        order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
        i = endA;
        j = endB;
      } else {
        order = rank(a.charAt(i++)) - rank(b.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    int order = (a.length() - i) - (b.length() - j);
    // Leading zeros distinguish equal numbers.
    return order != 0 ? order : a.compareTo(b);
  }

  private static int compareNumbers(String a, String b) {
    String numberA = a.replaceFirst("^0+", "");
    String numberB = b.replaceFirst("^0+", "");
    int order = numberA.length() - numberB.length();
    return order != 0 ? order : numberA.compareTo(numberB);
  }

  /** The files of a directory come before those of a directory with a longer name. */
  private static int rank(char c) {
    return c == '/' ? 0 : c;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
