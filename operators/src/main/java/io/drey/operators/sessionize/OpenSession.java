// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * A session in state, without its events. Instants are in ms.
 *
 * @param start the timestamp of its earliest event so far
 * @param end the timestamp of its latest event so far
 * @param count the number of events so far
 * @param timer when its timer fires; never after its deadline
 */
public record OpenSession(
    @Means(Meaning.INSTANT) long start,
    @Means(Meaning.INSTANT) long end,
    int count,
    @Means(Meaning.INSTANT) long timer) {

  OpenSession with(long time) {
    return new OpenSession(Math.min(start, time), Math.max(end, time), count + 1, timer);
  }

  OpenSession timedAt(long instant) {
    return new OpenSession(start, end, count, instant);
  }
}
