// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The instructions of a regular expression (a Thompson NFA); the last one added is the first. */
final class Program {
  private static final int MOST = 4_000;

  /** What an instruction does. */
  sealed interface Instruction {
    /** Reads one of these bytes. */
    record Read(BitSet bytes, int next) implements Instruction {}

    /** Goes on at any of these, the first one preferred. */
    record Split(List<Integer> next) implements Instruction {}

    /** Notes the place as the start or end of a group. */
    record Save(int slot, int next) implements Instruction {}

    /** Goes on at the start of the text only, or at its end. */
    record Assert(boolean isStart, int next) implements Instruction {}

    /** Has found a match. */
    record Match() implements Instruction {}
  }

  private final List<Instruction> instructions = new ArrayList<>();
  private final int start;

  Program(Node node) throws UnsupportedRegexException {
    int match = add(new Instruction.Match());
    this.start = compile(node, match);
  }

  int start() {
    return start;
  }

  Instruction at(int index) {
    return instructions.get(index);
  }

  private int add(Instruction instruction) throws UnsupportedRegexException {
    if (instructions.size() == MOST) {
      throw new UnsupportedRegexException();
    }
    instructions.add(instruction);
    return instructions.size() - 1;
  }

  /** Adds a part that is followed by an instruction; returns its first. */
  private int compile(Node node, int next) throws UnsupportedRegexException {
    if (node instanceof Node.Bytes bytes) {
      return add(new Instruction.Read(bytes.set(), next));
    }
    if (node instanceof Node.Sequence sequence) {
      int first = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        first = compile(sequence.parts().get(i), first);
      }
      return first;
    }
    if (node instanceof Node.Choice choice) {
      List<Integer> firsts = new ArrayList<>();
      for (Node part : choice.parts()) {
        firsts.add(compile(part, next));
      }
      return add(new Instruction.Split(firsts));
    }
    if (node instanceof Node.Group group) {
      int end = add(new Instruction.Save(group.index() * 2 + 1, next));
      return add(new Instruction.Save(group.index() * 2, compile(group.part(), end)));
    }
    if (node instanceof Node.Edge edge) {
      return add(new Instruction.Assert(edge.isStart(), next));
    }
    return repeat((Node.Repeat) node, next);
  }

  private int repeat(Node.Repeat repeat, int next) throws UnsupportedRegexException {
    int first = next;
    if (repeat.most() < 0) {
      first = loop(repeat.part(), next);
    }
    for (int i = repeat.least(); i < repeat.most(); i++) {
      first = add(new Instruction.Split(List.of(compile(repeat.part(), first), next)));
    }
    for (int i = 0; i < repeat.least(); i++) {
      first = compile(repeat.part(), first);
    }
    return first;
  }

  private int loop(Node part, int next) throws UnsupportedRegexException {
    List<Integer> branches = new ArrayList<>();
    int split = add(new Instruction.Split(branches));
    branches.add(compile(part, split));
    branches.add(next);
    return split;
  }
}
