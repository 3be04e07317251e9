// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.offsets;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.JsonValue;
import io.drey.state.offsets.SplitOffset.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the splits in the decoded state of readers and enumerators. */
final class SplitValues {
  private static final FieldName CLUSTERS = new FieldName("clusters");
  private static final FieldName NEXT = new FieldName("next");
  private static final FieldName OFFSET = new FieldName("offset");
  private static final FieldName POSITION = new FieldName("position");
  private static final FieldName SPLIT = new FieldName("split");
  private static final FieldName ENUMERATOR = new FieldName("enumerator");
  private static final FieldName SPLITS = new FieldName("splits");
  private static final FieldName READERS = new FieldName("readers");

  private SplitValues() {}

  /** Returns the split that an element of a reader's state is; null if it is none that is known. */
  static @Nullable SplitOffset ofReader(String operator, int subtask, Event value) {
    Event wrapped = object(value, SPLIT);
    if (wrapped != null) {
      return ofReader(operator, subtask, wrapped);
    }
    SplitOffset found = split(operator, value, subtask, Status.READING);
    if (found == null && value.value(NEXT) != null) {
      return new SplitOffset(
          operator,
          new SplitName(null, null, null, null),
          text(value, "next"),
          null,
          Status.READING,
          subtask);
    }
    return found;
  }

  /** Returns the splits in an enumerator's state. */
  static List<SplitOffset> ofEnumerator(String operator, Event value) {
    Event wrapped = object(value, ENUMERATOR);
    if (wrapped != null) {
      return ofEnumerator(operator, wrapped);
    }
    List<SplitOffset> found = new ArrayList<>();
    for (Event cluster : objects(value, CLUSTERS)) {
      found.addAll(ofCluster(operator, cluster));
    }
    for (Event reader : objects(value, READERS)) {
      objects(reader, SPLITS).forEach(each -> add(operator, each, Status.ASSIGNED, found));
    }
    for (Event each : objects(value, SPLITS)) {
      add(operator, each, isAssigned(each) ? Status.ASSIGNED : Status.UNASSIGNED, found);
    }
    return found;
  }

  private static List<SplitOffset> ofCluster(String operator, Event cluster) {
    String name = text(cluster, "cluster");
    return ofEnumerator(operator, cluster).stream().map(each -> each.ofCluster(name)).toList();
  }

  /** Only the first versions of the Kafka connector do not tell, and keep what is assigned. */
  private static boolean isAssigned(Event split) {
    String assigned = text(split, "assigned");
    return assigned == null ? text(split, "topic") != null : assigned.equals("true");
  }

  private static void add(String operator, Event split, Status status, List<SplitOffset> found) {
    SplitOffset offset = split(operator, split, null, status);
    if (offset != null) {
      found.add(offset);
    }
  }

  private static @Nullable SplitOffset split(
      String operator, Event value, @Nullable Integer subtask, Status status) {
    String topic = text(value, "topic");
    String path = text(value, "path");
    if (topic != null) {
      SplitName name =
          new SplitName(text(value, "cluster"), topic, number(text(value, "partition")), null);
      return new SplitOffset(
          operator, name, text(value, "offset"), text(value, "stop"), status, subtask);
    }
    return path == null ? null : file(operator, path, value, subtask, status);
  }

  private static SplitOffset file(
      String operator, String path, Event value, @Nullable Integer subtask, Status status) {
    Event position = object(value, POSITION);
    JsonValue read = position == null ? null : position.value(OFFSET);
    JsonValue offset = read == null ? value.value(OFFSET) : read;
    boolean isAtEnd = status == Status.READING && "true".equals(text(value, "ended"));
    return new SplitOffset(
        operator,
        new SplitName(null, null, null, path),
        offset == null ? null : offset.text(),
        stop(value),
        isAtEnd ? Status.ENDED : status,
        subtask);
  }

  /** The end of the part of a file that Flink's file source reads. */
  private static @Nullable String stop(Event value) {
    String offset = text(value, "offset");
    String length = text(value, "length");
    return offset == null || length == null
        ? null
        : String.valueOf(Long.parseLong(offset) + Long.parseLong(length));
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text == null ? null : Integer.valueOf(text);
  }

  private static @Nullable String text(Event value, String name) {
    JsonValue found = value.value(new FieldName(name));
    return found == null || found.kind() == JsonValue.Kind.NULL ? null : found.text();
  }

  private static @Nullable Event object(Event value, FieldName name) {
    JsonValue found = value.value(name);
    return found == null ? null : found.object();
  }

  private static List<Event> objects(Event value, FieldName name) {
    JsonValue found = value.value(name);
    List<JsonValue> elements = found == null ? null : found.elements();
    List<Event> objects = new ArrayList<>();
    if (elements != null) {
      for (JsonValue element : elements) {
        Event object = element.object();
        if (object != null) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
