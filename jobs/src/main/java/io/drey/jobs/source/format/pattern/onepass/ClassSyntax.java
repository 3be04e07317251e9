// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

import java.util.BitSet;

/** Reads a class of ASCII characters: what stands between brackets, negated or not. */
final class ClassSyntax {
  private final String regex;
  private int at;

  /** Begins behind the opening bracket. */
  ClassSyntax(String regex, int from) {
    this.regex = regex;
    this.at = from;
  }

  /** The characters, with a bit for all that are not ASCII; moves the outer reader behind them. */
  BitSet parse(Syntax outer) throws UnsupportedRegexException {
    boolean negated = peek() == '^';
    at += negated ? 1 : 0;
    BitSet set = new BitSet();
    boolean first = true;
    while (first || peek() != ']') {
      first = false;
      add(set);
    }
    outer.moveTo(at + 1);
    if (negated) {
      set.flip(0, Characters.OTHER + 1);
    }
    return set;
  }

  private void add(BitSet set) throws UnsupportedRegexException {
    char c = peek();
    if (c == '[' && at + 1 < regex.length() && regex.charAt(at + 1) == ':') {
      throw new UnsupportedRegexException();
    }
    boolean escaped = c == '\\' && at + 1 < regex.length();
    BitSet named = escaped ? Characters.named(regex.charAt(at + 1)) : null;
    if (named != null) {
      at += 2;
      set.or(named);
      return;
    }
    int low = character();
    int high = low;
    if (peek() == '-' && at + 1 < regex.length() && regex.charAt(at + 1) != ']') {
      at++;
      high = character();
    }
    if (high < low) {
      throw new UnsupportedRegexException();
    }
    set.set(low, high + 1);
  }

  private int character() throws UnsupportedRegexException {
    int c = peek();
    at++;
    if (c == '\\') {
      c = Characters.escape(peek());
      at++;
    }
    if (c < 0 || c >= Characters.OTHER) {
      throw new UnsupportedRegexException();
    }
    return c;
  }

  private char peek() throws UnsupportedRegexException {
    if (at >= regex.length()) {
      throw new UnsupportedRegexException();
    }
    return regex.charAt(at);
  }
}
