// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets of characters: a bit for each of ASCII, and {@link #OTHER} for all others together. */
final class Characters {
  static final int OTHER = 128;

  private static final int FIRST_CONTINUATION = 0x80;
  private static final int BEHIND_CONTINUATION = 0xC0;

  private Characters() {}

  static BitSet all() {
    return range(0, OTHER);
  }

  /** What a backslash and that letter stand for; null if it is no set. */
  static @Nullable BitSet named(char letter) {
    BitSet set =
        switch (Character.toLowerCase(letter)) {
          case 'd' -> range('0', '9');
          case 's' -> of("\t\n\f\r ");
          case 'w' -> word();
          default -> null;
        };
    if (set != null && Character.isUpperCase(letter)) {
      set.flip(0, OTHER + 1);
    }
    return set;
  }

  /** The character that a backslash and that letter stand for; -1 if it is none. */
  static int escape(char letter) {
    if (letter < OTHER && !Character.isLetterOrDigit(letter) && letter > ' ') {
      return letter;
    }
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      default -> -1;
    };
  }

  private static BitSet word() {
    BitSet set = range('0', '9');
    set.or(range('A', 'Z'));
    set.or(range('a', 'z'));
    set.set('_');
    return set;
  }

  private static BitSet of(String characters) {
    BitSet set = new BitSet();
    characters.chars().forEach(set::set);
    return set;
  }

  private static BitSet range(int first, int last) {
    BitSet set = new BitSet();
    set.set(first, last + 1);
    return set;
  }

  /** One of these characters, in UTF-8 that is known to be valid. */
  static Node node(BitSet characters) {
    Node ascii = new Node.Bytes(characters.get(0, OTHER));
    if (!characters.get(OTHER)) {
      return ascii;
    }
    return new Node.Choice(
        List.of(
            ascii, multibyte(0xC0, 0xDF, 1), multibyte(0xE0, 0xEF, 2), multibyte(0xF0, 0xF7, 3)));
  }

  private static Node multibyte(int first, int last, int more) {
    List<Node> bytes = new ArrayList<>();
    bytes.add(new Node.Bytes(range(first, last)));
    for (int i = 0; i < more; i++) {
      bytes.add(new Node.Bytes(range(FIRST_CONTINUATION, BEHIND_CONTINUATION - 1)));
    }
    return new Node.Sequence(bytes);
  }
}
