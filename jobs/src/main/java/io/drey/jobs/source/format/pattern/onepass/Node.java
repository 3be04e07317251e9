// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

import java.util.BitSet;
import java.util.List;

/** A part of a regular expression, on the bytes of valid UTF-8. */
sealed interface Node {
  /** Nothing. */
  Node EMPTY = new Sequence(List.of());

  /** One of these bytes. */
  record Bytes(BitSet set) implements Node {}

  /** One after another. */
  record Sequence(List<Node> parts) implements Node {}

  /** The first of these that leads to a match. */
  record Choice(List<Node> parts) implements Node {}

  /** As often as possible; {@code most} is -1 where there is no limit. */
  record Repeat(Node part, int least, int most) implements Node {}

  /** A group that is captured. */
  record Group(int index, Node part) implements Node {}

  /** The start of the text, or its end. */
  record Edge(boolean isStart) implements Node {}
}
