// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.probe;

import io.drey.jobs.pipeline.Output;
import io.drey.operators.event.Event;

/** A tap that tests pass events. */
public record TestingTap(Tap tap) {
  public TestingTap(String place) {
    this(
        new Tap(
            new Output(
                place.substring(0, place.indexOf('.')), place.substring(place.indexOf('.') + 1))));
  }

  public void pass(String... events) {
    for (String event : events) {
      tap.pass(Event.of(event));
    }
  }
}
