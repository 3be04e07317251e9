// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

import io.drey.jobs.source.format.pattern.onepass.Program.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Follows every path of a program to a state for each place behind a byte. There is no table where
 * two paths read the same byte, where a match is preferred to going on, or with an assertion that
 * is not at its edge.
 */
final class TableBuilder {
  private static final int BYTES = 256;
  private static final int MOST_STATES = 2_000;

  private final Program program;

  /** The instructions that states begin with, and the state of each. */
  private final List<Integer> starts = new ArrayList<>();

  private final Map<Integer, Integer> states = new HashMap<>();

  private final List<int[]> slots = new ArrayList<>(List.of(new int[0]));
  private final List<int[]> rows = new ArrayList<>();
  private final List<Integer> atEnd = new ArrayList<>();
  private final List<Integer> before = new ArrayList<>();

  private int[] row = {};
  private int end;
  private int match;
  private BitSet visited = new BitSet();

  TableBuilder(Program program) {
    this.program = program;
  }

  OnePass build(boolean anchored) throws UnsupportedRegexException {
    // No other path leads to the first state: only there is the start of the text.
    starts.add(program.start());
    for (int state = 0; state < starts.size(); state++) {
      row = new int[BYTES];
      Arrays.fill(row, OnePass.FAIL);
      end = OnePass.FAIL;
      match = OnePass.FAIL;
      visited = new BitSet();
      follow(starts.get(state), List.of(), state == 0, false);
      rows.add(row);
      atEnd.add(end);
      before.add(match);
    }
    int[] classes = new int[BYTES];
    int[] table = compress(classes);
    return new OnePass(
        anchored, table, classes, ints(atEnd), ints(before), slots.toArray(int[][]::new));
  }

  private int state(int instruction) throws UnsupportedRegexException {
    Integer known = states.get(instruction);
    if (known != null) {
      return known;
    }
    if (starts.size() == MOST_STATES) {
      throw new UnsupportedRegexException();
    }
    states.put(instruction, starts.size());
    starts.add(instruction);
    return starts.size() - 1;
  }

  /** Follows the paths from an instruction to the next byte, those preferred first. */
  private void follow(int at, List<Integer> saved, boolean isStart, boolean isEnd)
      throws UnsupportedRegexException {
    if (visited.get(at)) {
      throw new UnsupportedRegexException();
    }
    visited.set(at);
    Instruction instruction = program.at(at);
    if (instruction instanceof Instruction.Read read) {
      read(read, saved, isEnd);
    } else if (instruction instanceof Instruction.Split split) {
      for (int next : split.next()) {
        follow(next, saved, isStart, isEnd);
      }
    } else if (instruction instanceof Instruction.Save save) {
      List<Integer> more = new ArrayList<>(saved);
      more.add(save.slot());
      follow(save.next(), more, isStart, isEnd);
    } else if (instruction instanceof Instruction.Assert edge) {
      if (edge.isStart() && !isStart) {
        throw new UnsupportedRegexException();
      }
      follow(edge.next(), saved, isStart, isEnd || !edge.isStart());
    } else {
      matched(slots(saved), isEnd);
    }
  }

  private void read(Instruction.Read read, List<Integer> saved, boolean isEnd)
      throws UnsupportedRegexException {
    if (isEnd || match != OnePass.FAIL) {
      throw new UnsupportedRegexException();
    }
    int move = slots(saved) << 16 | state(read.next());
    for (int b = read.bytes().nextSetBit(0); b >= 0; b = read.bytes().nextSetBit(b + 1)) {
      if (row[b] != OnePass.FAIL) {
        throw new UnsupportedRegexException();
      }
      row[b] = move;
    }
  }

  private void matched(int saved, boolean isEnd) throws UnsupportedRegexException {
    if (end != OnePass.FAIL) {
      throw new UnsupportedRegexException();
    }
    end = saved;
    match = isEnd ? OnePass.FAIL : saved;
  }

  private int slots(List<Integer> saved) throws UnsupportedRegexException {
    int[] sorted = new TreeSet<>(saved).stream().mapToInt(slot -> slot).toArray();
    for (int i = 0; i < slots.size(); i++) {
      if (Arrays.equals(slots.get(i), sorted)) {
        return i;
      }
    }
    if (slots.size() == Short.MAX_VALUE) {
      throw new UnsupportedRegexException();
    }
    slots.add(sorted);
    return slots.size() - 1;
  }

  /** Joins bytes that do the same in every state. */
  private int[] compress(int[] classes) {
    Map<List<Integer>, Integer> columns = new HashMap<>();
    List<List<Integer>> distinct = new ArrayList<>();
    for (int b = 0; b < BYTES; b++) {
      int column = b;
      List<Integer> moves = rows.stream().map(moved -> moved[column]).toList();
      int known = columns.computeIfAbsent(moves, unused -> distinct.size());
      if (known == distinct.size()) {
        distinct.add(moves);
      }
      classes[b] = known;
    }
    int[] table = new int[rows.size() * distinct.size()];
    for (int state = 0; state < rows.size(); state++) {
      for (int column = 0; column < distinct.size(); column++) {
        table[state * distinct.size() + column] = distinct.get(column).get(state);
      }
    }
    return table;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(value -> value).toArray();
  }
}
