// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.registry.StateMeanings;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Timers in raw keyed state, which operators write if the state backend does not. Each key group
 * has, for each timer service, its name and types, its event-time timers and its processing-time
 * timers.
 */
final class RawTimerReader extends SectionReader {
  private static final int MARK = 0xF1CD859F;
  private static final int VERSION = 2;
  private static final String PREFIX = "_timer_state/";

  private final StateMeanings meanings;
  private final Map<String, KeyedState> states = new LinkedHashMap<>();
  private final Map<String, TimerHeader> headers = new LinkedHashMap<>();
  private KeyedState eventTime = KeyedState.NONE;
  private KeyedState processingTime = KeyedState.NONE;
  private int servicesLeft;
  private int timersLeft;
  private boolean isEventTime;

  /**
   * @param meanings what the operator's keys stand for
   */
  RawTimerReader(KeyGroupSections sections, StateMeanings meanings) {
    super(sections);
    this.meanings = meanings;
  }

  /** The types of the states that have been read so far. */
  Map<String, TimerHeader> headers() {
    return headers;
  }

  /** Returns the states of the first key group, which has all timer services. */
  List<KeyedState> ofFirstGroup() {
    int first = -1;
    while (next()) {
      if (first >= 0 && sections.keyGroup() != first) {
        break;
      }
      first = sections.keyGroup();
    }
    return states();
  }

  @Override
  public List<KeyedState> states() {
    return List.copyOf(states.values());
  }

  @Override
  boolean advance() {
    while (timersLeft == 0) {
      if (isEventTime) {
        isEventTime = false;
        state = processingTime;
        timersLeft = in.readCount();
      } else if (servicesLeft > 0) {
        servicesLeft--;
        startService();
      } else if (!startGroup()) {
        return false;
      }
    }
    timersLeft--;
    readTimer();
    return true;
  }

  private boolean startGroup() {
    if (!nextGroup()) {
      return false;
    }
    if (in.readInt() != MARK) {
      throw SavepointException.unsupported(
          in.file(),
          "it holds raw keyed state that is not timers, which only its operator can read");
    }
    in.expectInt(VERSION, "the version of timers");
    servicesLeft = in.readCount();
    return true;
  }

  private void startService() {
    String service = in.readUtf();
    TimerHeader header = new TimerHeader(part(), part());
    eventTime = state(PREFIX + "event_" + service, header);
    processingTime = state(PREFIX + "processing_" + service, header);
    isEventTime = true;
    state = eventTime;
    timersLeft = in.readCount();
  }

  private TimerHeader.Part part() {
    in.mark();
    ValueType type = SerializerSnapshots.readVersioned(in);
    if (type == null) {
      in.position(in.marked());
      throw lost(in.readUtf(), "values");
    }
    SnapshotBytes snapshot = SnapshotBytes.since(in.marked(), in);
    in.unmark();
    return new TimerHeader.Part(type, snapshot);
  }

  private KeyedState state(String name, TimerHeader header) {
    headers.putIfAbsent(name, header);
    ValueType shown = meanings.key(header.key().type());
    return states.computeIfAbsent(
        name, it -> KeyedState.rawTimers(it, shown, header.namespace().type()));
  }

  private void readTimer() {
    in.mark();
    state.key().skip(in);
    int keyTo = in.position() - in.marked();
    state.namespace().skip(in);
    int namespaceTo = in.position() - in.marked();
    in.skip(Long.BYTES);
    int start = in.marked();
    entry.start(state, sections.keyGroup());
    entry.key().view(in, start, start + keyTo);
    entry.namespace().view(in, start + keyTo, start + namespaceTo);
    entry.value().view(in, start + namespaceTo, in.position());
    entry.mapKey().view(in, start, start);
  }

  @Override
  void leaveGroup() {
    isInGroup = false;
    isEventTime = false;
    servicesLeft = 0;
    timersLeft = 0;
  }
}
