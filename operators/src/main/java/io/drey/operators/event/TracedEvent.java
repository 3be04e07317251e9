// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataOutputView;

/**
 * An event that carries its origin. What is made of it by a change carries it too. Neither a key
 * nor state takes it along: only a step that asks for it attaches it again. A class of its own, so
 * that events without an origin, which are nearly all, pay nothing for it.
 */
final class TracedEvent extends Event {
  private final Origin origin;

  TracedEvent(Event event, Origin origin) {
    super(event);
    this.origin = origin;
  }

  private Event traced(Event changed) {
    return new TracedEvent(changed, origin);
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Event untraced() {
    return new Event(this);
  }

  @Override
  public Event withJson(FieldName name, byte[] value) {
    return traced(super.withJson(name, value));
  }

  @Override
  public Event withJson(FieldPath field, byte[] value) {
    return traced(super.withJson(field, value));
  }

  @Override
  public Event without(List<FieldPath> fields) {
    return traced(super.without(fields));
  }

  @Override
  public Event without(String... names) {
    return traced(super.without(names));
  }

  @Override
  Event changed(byte[] json) {
    return traced(super.changed(json));
  }

  @Override
  public Event bare() {
    return trusted(json());
  }

  @Override
  void write(DataOutputView target, boolean withKey) throws IOException {
    target.writeInt(-length());
    writeRest(target, withKey);
    WireKey.writeText(origin.source(), target);
    WireKey.writeText(origin.position(), target);
  }
}
