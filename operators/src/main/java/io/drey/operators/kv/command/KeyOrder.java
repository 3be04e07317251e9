// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.util.Comparator;

/** The order of keys and scopes in answers: that of their UTF-8 bytes. */
public enum KeyOrder implements Comparator<String> {
  UTF_8;

  private static final int FIRST_BEHIND_SURROGATES = 0xE000;
  private static final int SURROGATES = 0x800;
  private static final int ABOVE = 0x2000;

  @Override
  public int compare(String one, String other) {
    int both = Math.min(one.length(), other.length());
    for (int i = 0; i < both; i++) {
      char c = one.charAt(i);
      char d = other.charAt(i);
      if (c != d) {
        return Integer.compare(rank(c), rank(d));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Surrogates make up the code points above all others. */
  private static int rank(char c) {
    if (c < Character.MIN_SURROGATE) {
      return c;
    }
    return c >= FIRST_BEHIND_SURROGATES ? c - SURROGATES : c + ABOVE;
  }
}
