package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.drey.DreyStates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Timers in raw keyed state, which operators write if the state backend does not. Each key group
 * has, for each timer service, its name and types, its event-time timers and its processing-time
 * timers.
 */
final class RawTimerReader implements EntryReader {
  private static final int MARK = 0xF1CD859F;
  private static final int VERSION = 2;
  private static final String PREFIX = "_timer_state/";

  private final KeyGroupSections sections;
  private final boolean isOfStep;
  private final Map<String, KeyedState> states = new LinkedHashMap<>();
  private final Entry entry = new Entry(KeyedState.NONE);
  private ByteReader in = ByteReader.views();
  private KeyedState eventTime = KeyedState.NONE;
  private KeyedState processingTime = KeyedState.NONE;
  private KeyedState state = KeyedState.NONE;
  private int servicesLeft;
  private int timersLeft;
  private boolean isEventTime;
  private boolean isInGroup;

  /**
   * @param isOfStep whether the operator is a step of a pipeline file
   */
  RawTimerReader(KeyGroupSections sections, boolean isOfStep) {
    this.sections = sections;
    this.isOfStep = isOfStep;
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
  public boolean countsListElements() {
    return false;
  }

  @Override
  public boolean next() {
    in.unmark();
    try {
      return advance();
    } catch (UndecodableException e) {
      leaveGroup();
      throw lost(e.getMessage());
    } catch (SavepointException e) {
      leaveGroup();
      throw e;
    }
  }

  private boolean advance() {
    while (timersLeft == 0) {
      if (isEventTime) {
        isEventTime = false;
        state = processingTime;
        timersLeft = in.readCount();
      } else if (servicesLeft > 0) {
        servicesLeft--;
        startService();
      } else if (!nextGroup()) {
        return false;
      }
    }
    timersLeft--;
    readTimer();
    return true;
  }

  private boolean nextGroup() {
    if (isInGroup && !sections.isAtEnd()) {
      throw in.malformed("key group " + sections.keyGroup() + " does not end with its last timer");
    }
    isInGroup = sections.next();
    if (isInGroup) {
      in = sections.in();
      if (in.readInt() != MARK) {
        throw new SavepointException(
            in.file(),
            "it holds raw keyed state that is not timers, which only its operator can read");
      }
      in.expectInt(VERSION, "the version of timers");
      servicesLeft = in.readCount();
    }
    return isInGroup;
  }

  private void startService() {
    String service = in.readUtf();
    ValueType key = type();
    ValueType namespace = type();
    eventTime = state(PREFIX + "event_" + service, key, namespace);
    processingTime = state(PREFIX + "processing_" + service, key, namespace);
    isEventTime = true;
    state = eventTime;
    timersLeft = in.readCount();
  }

  private ValueType type() {
    in.mark();
    ValueType type = SerializerSnapshots.readVersioned(in);
    if (type == null) {
      in.position(in.marked());
      throw lost(in.readUtf());
    }
    in.unmark();
    return type;
  }

  private KeyedState state(String name, ValueType key, ValueType namespace) {
    ValueType shown = isOfStep ? DreyStates.key(key) : key;
    return states.computeIfAbsent(name, it -> KeyedState.rawTimers(it, shown, namespace));
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

  /** Leaves the key group, so that after damage reading continues with the next one. */
  private void leaveGroup() {
    isInGroup = false;
    isEventTime = false;
    servicesLeft = 0;
    timersLeft = 0;
  }

  private SavepointException lost(@Nullable String serializer) {
    return new SavepointException(
        in.file(),
        "the rest of key group "
            + sections.keyGroup()
            + " cannot be read, since only "
            + serializer
            + " knows where its values end");
  }

  @Override
  public Entry entry() {
    return entry;
  }

  @Override
  public void close() {
    sections.close();
  }
}
