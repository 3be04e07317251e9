// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.KeyHash;
import io.drey.state.snapshot.type.ClassFirst;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what may follow at a byte of a key group's section of the HashMap backend. */
final class SectionItems {
  private static final String ANY_CLASS = "";
  private static final int WORK_OF_A_TRIAL = 64;

  private final List<KeyedState> states;
  private final List<@Nullable KeyHash> hashes = new ArrayList<>();
  private final int maxParallelism;
  private final ByteReader in = ByteReader.views();
  private int keyGroup;
  private boolean hasOneClass;
  private long work;

  /**
   * An entry, an element, or the start of a state.
   *
   * @param end its end, or the earliest possible end if only its class knows the end
   */
  record Item(Expected next, int end, boolean isOpen) {}

  SectionItems(List<KeyedState> states, int maxParallelism) {
    this.states = states;
    this.maxParallelism = maxParallelism;
    states.forEach(state -> hashes.add(KeyHash.of(state.key())));
  }

  /**
   * Starts to read a section.
   *
   * @param oneClass whether all of a state's objects are of one class
   * @return what is expected at the start of the section
   */
  Expected start(Section section, Expected first, boolean oneClass) {
    in.view(section.in(), section.from(), section.to());
    keyGroup = section.keyGroup();
    hasOneClass = oneClass;
    work = 0;
    return first.ofClass(oneClass ? null : ANY_CLASS);
  }

  /** A part of a reader's buffer. */
  record Section(ByteReader in, int from, int to, int keyGroup) {}

  /** The amount of work done so far. */
  long work() {
    return work;
  }

  void addWork(long more) {
    work += more;
  }

  /** Returns the item at a byte; null if nothing that is expected can be there. */
  @Nullable Item read(Expected expected, int at) {
    work++;
    if (isRuledOut(expected, at)) {
      return null;
    }
    in.position(at);
    try {
      return read(expected);
    } catch (SavepointException | UndecodableException e) {
      return null;
    } finally {
      work += WORK_OF_A_TRIAL + in.position() - at;
    }
  }

  /** A cheap check that avoids an exception at most bytes. */
  private boolean isRuledOut(Expected expected, int at) {
    KeyedState state = states.get(expected.state());
    return expected.elements() == 0
        && expected.entries() > 0
        && state.kind() != KeyedStateType.TIMERS
        && state.namespace().isNothing()
        && in.bytes()[at] != 0;
  }

  private @Nullable Item read(Expected expected) {
    if (expected.isOtherState()) {
      return state(expected);
    }
    KeyedState state = states.get(expected.state());
    if (expected.elements() > 0) {
      return element(state, expected);
    }
    return state.kind() == KeyedStateType.TIMERS ? timer(state, expected) : entry(state, expected);
  }

  private @Nullable Item state(Expected expected) {
    int number = in.readUnsignedShort();
    int entries = in.readInt();
    if (!expected.states().get(number) || entries < 0 || entries > in.remaining()) {
      return null;
    }
    Expected next = expected.state(number, entries).ofClass(hasOneClass ? null : ANY_CLASS);
    int end = in.position();
    boolean goesOn = next.isNothing() ? in.isAtEnd() : entries == 0 || read(next, end) != null;
    in.position(end);
    return goesOn ? new Item(next, end, false) : null;
  }

  private @Nullable Item timer(KeyedState state, Expected expected) {
    in.skip(Long.BYTES);
    if (!passesKey(state, expected)) {
      return null;
    }
    state.namespace().skip(in);
    return new Item(expected.entry(0), in.position(), false);
  }

  private @Nullable Item entry(KeyedState state, Expected expected) {
    state.namespace().skip(in);
    if (!passesKey(state, expected)) {
      return null;
    }
    if (state.kind() == KeyedStateType.MAP || state.kind() == KeyedStateType.LIST) {
      Expected next = expected.entry(in.readCount());
      return new Item(next, in.position(), false);
    }
    return value(state.value(), expected.entry(0));
  }

  /** Skips a key and returns whether it belongs to the section's key group. */
  private boolean passesKey(KeyedState state, Expected expected) {
    KeyHash hash = hashes.get(expected.state());
    if (hash == null) {
      state.key().skip(in);
      return true;
    }
    return hash.keyGroup(in, maxParallelism) == keyGroup;
  }

  private @Nullable Item element(KeyedState state, Expected expected) {
    Expected next = expected.element();
    if (state.kind() == KeyedStateType.MAP) {
      Objects.requireNonNull(state.mapKey()).skip(in);
      if (in.readBoolean()) {
        return new Item(next, in.position(), false);
      }
    }
    return value(state.value(), next);
  }

  private @Nullable Item value(ValueType type, Expected next) {
    int from = in.position();
    try {
      type.skip(in);
      if (!(type instanceof ClassFirst classFirst)) {
        return new Item(next, in.position(), false);
      }
      int end = in.position();
      in.position(from);
      Item item = start(classFirst, next);
      return item == null ? null : new Item(item.next(), end, false);
    } catch (UndecodableException e) {
      return e.type() instanceof ClassFirst classFirst
          ? start(classFirst, next)
          : new Item(next, in.position(), true);
    }
  }

  /**
   * Reads the start of a value that begins with its class; returns null if its class is not
   * expected.
   */
  private @Nullable Item start(ClassFirst type, Expected next) {
    int from = in.position();
    if (!hasOneClass && !type.isClassKnown(in)) {
      return null;
    }
    in.position(from);
    type.skipClass(in);
    if (!hasOneClass) {
      return new Item(next, in.position(), true);
    }
    String className = new String(in.bytes(), from, in.position() - from, ISO_8859_1);
    boolean isSame = next.className() == null || next.className().equals(className);
    return isSame ? new Item(next.ofClass(className), in.position(), true) : null;
  }
}
