// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads a regular expression that RE2 has found valid, as RE2 does with {@code (?s)}: what lines of
 * logs are described by. Anything else is unsupported.
 */
final class Syntax {
  private static final int MOST_REPEATED = 100;

  private final String regex;
  private int at;
  private int groups;

  private Syntax(String regex) {
    this.regex = regex;
  }

  static Node parse(String regex) throws UnsupportedRegexException {
    Syntax syntax = new Syntax(regex);
    Node node = syntax.choice();
    if (syntax.at < regex.length()) {
      throw new UnsupportedRegexException();
    }
    return node;
  }

  private Node choice() throws UnsupportedRegexException {
    List<Node> parts = new ArrayList<>();
    parts.add(sequence());
    while (take('|')) {
      parts.add(sequence());
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Choice(parts);
  }

  private Node sequence() throws UnsupportedRegexException {
    List<Node> parts = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return new Node.Sequence(parts);
  }

  private Node repeated(Node part) throws UnsupportedRegexException {
    char next = at < regex.length() ? regex.charAt(at) : 0;
    if ("*+?{".indexOf(next) < 0 || next == 0) {
      return part;
    }
    at++;
    Node node =
        switch (next) {
          case '*' -> new Node.Repeat(part, 0, -1);
          case '+' -> new Node.Repeat(part, 1, -1);
          case '?' -> new Node.Repeat(part, 0, 1);
          default -> counted(part);
        };
    if (at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
      throw new UnsupportedRegexException();
    }
    return node;
  }

  private Node counted(Node part) throws UnsupportedRegexException {
    int least = number();
    int most = least;
    if (take(',')) {
      most = at < regex.length() && regex.charAt(at) == '}' ? -1 : number();
    }
    if (!take('}') || (most >= 0 && most < least)) {
      throw new UnsupportedRegexException();
    }
    return new Node.Repeat(part, least, most);
  }

  private int number() throws UnsupportedRegexException {
    int from = at;
    int number = 0;
    while (at < regex.length() && Character.digit(regex.charAt(at), 10) >= 0) {
      number = Math.min(number * 10 + Character.digit(regex.charAt(at), 10), MOST_REPEATED + 1);
      at++;
    }
    if (at == from || number > MOST_REPEATED) {
      throw new UnsupportedRegexException();
    }
    return number;
  }

  private Node atom() throws UnsupportedRegexException {
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case '(' -> group();
      case '[' -> Characters.node(new ClassSyntax(regex, at).parse(this));
      case '.' -> Characters.node(Characters.all());
      case '^' -> new Node.Edge(true);
      case '$' -> new Node.Edge(false);
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new UnsupportedRegexException();
      default -> literal(c);
    };
  }

  private Node group() throws UnsupportedRegexException {
    boolean captured = true;
    if (take('?')) {
      captured = !take(':');
      if (captured) {
        name();
      }
    }
    int index = captured ? ++groups : 0;
    Node part = choice();
    if (!take(')')) {
      throw new UnsupportedRegexException();
    }
    return captured ? new Node.Group(index, part) : part;
  }

  /** Skips the name of a group; flags and the like are not supported. */
  private void name() throws UnsupportedRegexException {
    at += regex.startsWith("P", at) ? 1 : 0;
    if (!take('<')) {
      throw new UnsupportedRegexException();
    }
    at = regex.indexOf('>', at) + 1;
  }

  private Node escape() throws UnsupportedRegexException {
    BitSet named = Characters.named(peek());
    if (named != null) {
      at++;
      return Characters.node(named);
    }
    return literal(escaped());
  }

  /** The character for what follows a backslash. */
  int escaped() throws UnsupportedRegexException {
    int c = Characters.escape(peek());
    if (c < 0) {
      throw new UnsupportedRegexException();
    }
    at++;
    return c;
  }

  private char peek() throws UnsupportedRegexException {
    if (at == regex.length()) {
      throw new UnsupportedRegexException();
    }
    return regex.charAt(at);
  }

  void moveTo(int index) {
    at = index;
  }

  int at() {
    return at;
  }

  private static Node literal(int character) {
    List<Node> bytes = new ArrayList<>();
    for (byte b : Character.toString(character).getBytes(UTF_8)) {
      BitSet one = new BitSet();
      one.set(b & 0xFF);
      bytes.add(new Node.Bytes(one));
    }
    return bytes.size() == 1 ? bytes.get(0) : new Node.Sequence(bytes);
  }

  private boolean take(char wanted) {
    boolean there = at < regex.length() && regex.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }
}
