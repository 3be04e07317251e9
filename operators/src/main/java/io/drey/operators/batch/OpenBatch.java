// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * A batch in state, without its events. Instants are in ms; {@link Long#MIN_VALUE} for events
 * without a timestamp.
 *
 * @param count the number of events so far
 * @param first the timestamp of the event that arrived first
 * @param latest the timestamp of its latest event so far
 * @param timer when its timer fires; never after its deadline
 */
public record OpenBatch(
    int count,
    @Means(Meaning.INSTANT) long first,
    @Means(Meaning.INSTANT) long latest,
    @Means(Meaning.INSTANT) long timer) {
  static final long NO_TIME = Long.MIN_VALUE;

  OpenBatch with(long time) {
    return new OpenBatch(count + 1, first, Math.max(latest, time), timer);
  }

  OpenBatch timedAt(long instant) {
    return new OpenBatch(count, first, latest, instant);
  }
}
